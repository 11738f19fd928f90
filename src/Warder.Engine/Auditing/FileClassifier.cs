using Warder.Engine.Facts;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing;

/// <summary>Says from its path what a file is.</summary>
public sealed class FileClassifier
{
    private readonly AgentDocumentPaths _documents;

    /// <summary>Over the known places of documents for agents.</summary>
    public FileClassifier(AgentDocumentPaths documents) => _documents = documents;

    /// <summary>What the file at this path (relative to the repository) is.</summary>
    public FileKind Classify(string path)
    {
        if (GitHubReader.IsWorkflowPath(path))
        {
            return FileKind.Workflow;
        }

        if (GitHubReader.IsActionPath(path))
        {
            return FileKind.Action;
        }

        return _documents.Find(path) ?? (ScriptLanguages.OfPath(path) is null ? FileKind.Other : FileKind.Script);
    }

    /// <summary>What a file that the user named, lying in no repository, is: YAML is taken for a workflow.</summary>
    public FileKind ClassifyLoose(string path)
    {
        var kind = Classify(path);
        return kind == FileKind.Other && Path.GetExtension(path) is ".yml" or ".yaml" or "" ? FileKind.Workflow : kind;
    }
}

using Warder.Engine.Facts;
using Warder.Engine.Policy;

namespace Warder.Engine.Auditing;

/// <summary>Which files of a repository an audit looks at, by what they are.</summary>
internal sealed class FilePlan
{
    private readonly List<string> _pipelines = [];
    private readonly List<string> _scripts = [];
    private readonly List<(string Path, bool IsConfiguration)> _documents = [];

    public IReadOnlyList<string> Pipelines => _pipelines;

    public IReadOnlyList<string> Scripts => _scripts;

    public IReadOnlyList<(string Path, bool IsConfiguration)> Documents => _documents;

    public int Workflows { get; private set; }

    public static FilePlan Of(RepositoryFiles files, AuditPolicy policy, FactBase facts, AuditOptions options)
    {
        var plan = new FilePlan();
        var classifier = new FileClassifier(facts.AgentDocuments);
        foreach (var path in files.Paths)
        {
            if (options.Only?.Contains(path) != false && !options.Named.Contains(path) && !policy.Ignore.Any(p => p.Matches(path)))
            {
                plan.Add(path, options.IsLoose ? classifier.ClassifyLoose(path) : classifier.Classify(path));
            }
        }

        foreach (var path in options.Named.Order(StringComparer.Ordinal))
        {
            plan.Add(path, classifier.ClassifyLoose(path));
        }

        return plan;
    }

    private void Add(string path, FileKind kind)
    {
        switch (kind)
        {
            case FileKind.Workflow:
                Workflows++;
                _pipelines.Add(path);
                break;
            case FileKind.Action:
                _pipelines.Add(path);
                break;
            case FileKind.Document or FileKind.Configuration:
                _documents.Add((path, kind == FileKind.Configuration));
                break;
            case FileKind.Script:
                _scripts.Add(path);
                break;
        }
    }
}

using Warder.Engine.Facts;
using Warder.Engine.Findings;
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

    /// <summary>Files that the user named and in which there is nothing to look for.</summary>
    public List<Diagnostic> Problems { get; } = [];

    public static FilePlan Of(RepositoryFiles files, AuditPolicy policy, FactBase facts, AuditOptions options)
    {
        var plan = new FilePlan();
        var classifier = new FileClassifier(facts.AgentDocuments);
        foreach (var path in files.Paths)
        {
            if (options.Only?.Contains(path) == false || options.Named.Contains(path) || policy.Ignore.Any(p => p.Matches(path)))
            {
                continue;
            }

            if (options.IsLoose)
            {
                plan.AddNamed(path, classifier.ClassifyLoose(path));
            }
            else
            {
                plan.Add(path, KindOf(path, classifier, policy));
            }
        }

        foreach (var path in options.Named.Order(StringComparer.Ordinal))
        {
            var kind = KindOf(path, classifier, policy);
            plan.AddNamed(path, kind == FileKind.Other ? classifier.ClassifyLoose(path) : kind);
        }

        return plan;
    }

    /// <summary>What the file is by its path and by what the policy says of it.</summary>
    private static FileKind KindOf(string path, FileClassifier classifier, AuditPolicy policy)
    {
        var kind = classifier.Classify(path);
        return kind switch
        {
            // The registry is read as one, wherever the policy puts it.
            FileKind.Configuration or FileKind.Document when string.Equals(path, policy.RegistryPath, StringComparison.Ordinal) => FileKind.Other,

            // What Warder itself made of the registry says nothing new, and would speak of itself.
            FileKind.Other or FileKind.Document when policy.GeneratedDocs.Holds(path) => FileKind.Other,
            FileKind.Script when Names(policy.ExcludedScripts, path) => FileKind.Other,
            FileKind.Other when Names(policy.IncludedDocuments, path) => FileKind.Document,
            FileKind.Other when Names(policy.IncludedScripts, path) => FileKind.Script,
            _ => kind,
        };
    }

    private static bool Names(IReadOnlyList<PathPattern> patterns, string path)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(path))
            {
                return true;
            }
        }

        return false;
    }

    private void AddNamed(string path, FileKind kind)
    {
        if (kind == FileKind.Other)
        {
            Problems.Add(new Diagnostic("nothing-to-audit", "Warder looks for nothing in files of this kind.", path));
        }

        Add(path, kind);
    }

    private void Add(string path, FileKind kind)
    {
        switch (kind)
        {
            case FileKind.Workflow or FileKind.Action:
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

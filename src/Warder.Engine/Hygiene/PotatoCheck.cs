using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Syntax;

namespace Warder.Engine.Hygiene;

/// <summary>Holds the ignore files against the protected patterns, by what they really keep out.</summary>
public sealed class PotatoCheck
{
    private readonly RepositoryFiles _files;
    private readonly PotatoPolicy _policy;
    private readonly IGitFacts _git;

    /// <summary>Makes a check.</summary>
    public PotatoCheck(RepositoryFiles files, PotatoPolicy policy, IGitFacts git)
    {
        _files = files;
        _policy = policy;
        _git = git;
    }

    /// <summary>What could not be read.</summary>
    public List<Diagnostic> Problems { get; } = [];

    /// <summary>How the ignore files stand: those that are there and those that must be.</summary>
    public IReadOnlyList<IgnoreFileState> Run()
    {
        var states = new List<IgnoreFileState>();
        foreach (var file in _policy.IgnoreFiles)
        {
            var exists = _files.Exists(file.Path);
            if (exists || file.IsRequired)
            {
                states.Add(StateOf(file, exists));
            }
        }

        return states;
    }

    private IgnoreFileState StateOf(IgnoreFile file, bool exists)
    {
        // Other ignore files of the repository may do the work of a missing one: git is asked all the same.
        if (file.Syntax == IgnoreSyntax.Git)
        {
            return AskGit(file, exists);
        }

        if (!exists)
        {
            return new IgnoreFileState(file, Exists: false, IsKnown: true, [.. _policy.Patterns.Select(p => new MissingPattern(p, Probe: null))]);
        }

        var decoded = _files.Read(file.Path);
        if ((decoded.Source ?? decoded.AsLatin1) is not { } source)
        {
            Problems.Add(new Diagnostic(decoded.Code ?? "unreadable-file", decoded.Error ?? "The file cannot be read.", file.Path));
            return new IgnoreFileState(file, Exists: true, IsKnown: false, []);
        }

        return new IgnoreFileState(file, Exists: true, IsKnown: true, file.Syntax == IgnoreSyntax.Docker ? AskDocker(file, source) : AskLines(source));
    }

    private IgnoreFileState AskGit(IgnoreFile file, bool exists)
    {
        var folder = file.Path[..(file.Path.LastIndexOf('/') + 1)];
        var questions = _policy.Patterns.SelectMany(p => p.Probes().Select(probe => (Pattern: p, Probe: folder + probe))).ToList();
        var verdicts = _git.AskIgnored([.. questions.Select(q => q.Probe)]);
        if (verdicts.Any(v => !v.IsKnown))
        {
            Problems.Add(new Diagnostic("ignore-not-asked", "What git ignores here is not known.", file.Path));
        }

        var missing = new List<MissingPattern>();
        for (var i = 0; i < questions.Count; i++)
        {
            var verdict = verdicts[i];
            if (verdict.IsKnown && !verdict.IsIgnoredByRepository && !missing.Exists(m => m.Pattern == questions[i].Pattern))
            {
                missing.Add(Missing(questions[i].Pattern, questions[i].Probe, verdict));
            }
        }

        return new IgnoreFileState(file, exists, verdicts.All(v => v.IsKnown), missing);
    }

    private List<MissingPattern> AskDocker(IgnoreFile file, SourceText source)
    {
        var docker = new DockerIgnore(source);
        var missing = new List<MissingPattern>();
        foreach (var pattern in _policy.Patterns)
        {
            foreach (var probe in pattern.Probes())
            {
                if (docker.Ask(probe) is { IsIgnored: false } verdict)
                {
                    missing.Add(Missing(pattern, probe, verdict with { Source = verdict.Source is null ? null : file.Path }));
                    break;
                }
            }
        }

        return missing;
    }

    private List<MissingPattern> AskLines(SourceText source)
    {
        var lines = new IgnoreLines(source);
        return [.. _policy.Patterns.Where(p => !lines.Covers(p)).Select(p => new MissingPattern(p, Probe: null))];
    }

    private static MissingPattern Missing(ProtectedPattern pattern, string probe, IgnoreVerdict verdict) =>
        verdict.Pattern is { } line && line.StartsWith('!')
            ? new MissingPattern(pattern, probe, line, $"{verdict.Source}:{verdict.Line}")
            : new MissingPattern(pattern, probe);
}

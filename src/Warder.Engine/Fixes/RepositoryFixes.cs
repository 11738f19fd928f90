using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Fixes;

/// <summary>Fixes the workflows, actions and policy of a repository, in memory: whoever calls it writes the files.</summary>
public sealed class RepositoryFixes
{
    private const int MaxPasses = 5;
    private readonly Auditor _auditor;
    private readonly IReadOnlyList<Fixer> _fixers;
    private readonly bool _acceptUnsafe;

    /// <summary>Makes a run over repositories.</summary>
    /// <param name="auditor">Opens repositories as an audit does.</param>
    /// <param name="fixers">The fixers to ask.</param>
    /// <param name="acceptUnsafe">Whether fixes that somebody should look at are made too.</param>
    public RepositoryFixes(Auditor auditor, IReadOnlyList<Fixer> fixers, bool acceptUnsafe)
    {
        _auditor = auditor;
        _fixers = fixers;
        _acceptUnsafe = acceptUnsafe;
    }

    /// <summary>The files in which something changes or was declined, in the order of their paths.</summary>
    public IReadOnlyList<FixedFile> Run(RepositoryFiles files, AuditOptions options, List<Diagnostic> diagnostics)
    {
        // What a called workflow asks for decides what its caller needs: a fix of the one can make room for a fix of the other.
        var overlaid = new OverlaidFiles(files);
        var all = new SortedDictionary<string, FixedFile>(StringComparer.Ordinal);
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var problems = new List<Diagnostic>();
            var isChanged = RunOnce(overlaid, options, all, problems);
            if (pass == 0)
            {
                diagnostics.AddRange(problems);
            }

            if (!isChanged)
            {
                break;
            }
        }

        return [.. all.Values];
    }

    private bool RunOnce(OverlaidFiles files, AuditOptions options, SortedDictionary<string, FixedFile> all, List<Diagnostic> diagnostics)
    {
        var (repository, pipelines) = _auditor.Open(files, options, diagnostics);
        var run = new FixRun(repository, _fixers, _acceptUnsafe);
        var changed = new List<FixedFile>();
        foreach (var path in pipelines)
        {
            if (files.Read(path) is not { Source: { } source })
            {
                diagnostics.Add(new Diagnostic(files.Read(path).Code ?? "unreadable-file", files.Read(path).Error ?? "The file cannot be read.", path));
                continue;
            }

            DefectGuard.Run("internal-error", "Fixing this file", path, diagnostics, () => Keep(run.Fix(source), all, changed));
        }

        if (options.Only is null && repository.Policy.Source is { } policy)
        {
            DefectGuard.Run("internal-error", "Fixing this file", policy.Path, diagnostics, () => Keep(run.FixPolicy(policy), all, changed));
        }

        // Each file of a pass sees the others as they were before it, so that their order does not matter.
        changed.ForEach(f => files.Put(f.Path, f.After));
        return changed.Count > 0;
    }

    private static void Keep(FixedFile file, SortedDictionary<string, FixedFile> all, List<FixedFile> changed)
    {
        if (file.IsChanged)
        {
            changed.Add(file);
        }

        if (all.TryGetValue(file.Path, out var before))
        {
            all[file.Path] = before with { After = file.After, Applied = [.. before.Applied, .. file.Applied], Declined = file.Declined };
        }
        else if (file.IsChanged || file.Declined.Count > 0)
        {
            all[file.Path] = file;
        }
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Engine.Fixes;

/// <summary>Fixes the workflows and actions of a repository, in memory: whoever calls it writes the files.</summary>
public sealed class RepositoryFixes
{
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
        var (repository, pipelines) = _auditor.Open(files, options, diagnostics);
        var run = new FixRun(repository, _fixers, _acceptUnsafe);
        var all = new List<FixedFile>();
        foreach (var path in pipelines)
        {
            var read = files.Read(path);
            if (read.Source is not { } source)
            {
                diagnostics.Add(new Diagnostic(read.Code ?? "unreadable-file", read.Error ?? "The file cannot be read.", path));
                continue;
            }

            DefectGuard.Run("internal-error", "Fixing this file", path, diagnostics, () =>
            {
                var file = run.Fix(source);
                if (file.IsChanged || file.Declined.Count > 0)
                {
                    all.Add(file);
                }
            });
        }

        return all;
    }
}

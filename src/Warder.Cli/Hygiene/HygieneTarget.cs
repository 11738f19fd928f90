using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Rules;

namespace Warder.Cli.Hygiene;

/// <summary>The repository that a command on hygiene works on, with its policy; its files are not listed.</summary>
internal sealed class HygieneTarget : IDisposable
{
    private HygieneTarget(string root)
    {
        Files = new UnlistedFiles(root);
        Policy = PolicyLoader.Load(Files, RuleCatalogue.All, Diagnostics);
        Git = new GitRepository(Files.Root);
    }

    /// <summary>What could not be looked at or done so far, what git could not say left out.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    public UnlistedFiles Files { get; }

    public AuditPolicy Policy { get; }

    public GitRepository Git { get; }

    /// <summary>The argument that names the repository.</summary>
    public static Argument<string> Argument() => new("path")
    {
        Description = "The repository, or a folder in it. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>Opens the repository; null, with the reason on standard error, where the path is no folder.</summary>
    public static HygieneTarget? Open(string path)
    {
        if (!RepositoryFolder.IsThere(path))
        {
            return null;
        }

        return new HygieneTarget(AuditTargets.RootOf(path));
    }

    /// <summary>All that could not be looked at or done.</summary>
    public IReadOnlyList<Diagnostic> Problems() => [.. Diagnostics, .. Git.Problems];

    public void Dispose() => Git.Dispose();
}

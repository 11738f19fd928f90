using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;

namespace Warder.Cli;

/// <summary>The registry of the repository that a registry command is about.</summary>
/// <param name="Files">The repository.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Registry">Its registry; null where there is none.</param>
/// <param name="Diagnostics">What could not be read.</param>
internal sealed record RegistryOnDisk(RepositoryFiles Files, AuditPolicy Policy, TokenRegistry? Registry, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Reads it for the repository that the folder is or lies in; null, with the reason on standard error, where the path is not there.</summary>
    public static RegistryOnDisk? Open(string path)
    {
        if (!RepositoryFolder.IsThere(path))
        {
            return null;
        }

        var files = new DiskFiles(AuditTargets.RootOf(path));
        var diagnostics = new List<Diagnostic>();
        var policy = PolicyLoader.Load(files, Warder.Engine.Rules.RuleCatalogue.All, diagnostics);
        return new RegistryOnDisk(files, policy, RegistryLoader.Load(files, policy, diagnostics), diagnostics);
    }

    /// <summary>Where the registry lies, or would lie.</summary>
    public string Path => Registry?.Source.Path ?? Policy.RegistryPath ?? TokenRegistry.DefaultPaths[0];
}

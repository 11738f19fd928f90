using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;

namespace Warder.Engine.Auditing;

/// <summary>Finds and reads a repository's registry.</summary>
public static class RegistryLoader
{
    /// <summary>The registry where the policy says, else at the first default path; null where there is none.</summary>
    public static TokenRegistry? Load(RepositoryFiles files, AuditPolicy policy, ICollection<Diagnostic> diagnostics)
    {
        if (policy.RegistryPath is { } named && !files.Exists(named))
        {
            diagnostics.Add(new Diagnostic("missing-registry", $"The policy names the registry {named}, which is not there.", policy.Source?.Path));
            return null;
        }

        foreach (var path in policy.RegistryPath is { } given ? [given] : TokenRegistry.DefaultPaths)
        {
            if (!files.Exists(path))
            {
                continue;
            }

            var decoded = files.Read(path);
            if (decoded.Source is { } source)
            {
                return RegistryReader.Read(source);
            }

            diagnostics.Add(new Diagnostic(decoded.Code ?? "unreadable-file", decoded.Error ?? "The registry cannot be read.", path));
            return null;
        }

        return null;
    }
}

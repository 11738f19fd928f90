using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Proof;

/// <summary>The credentials of container and package registries, and which of these are the platform's own.</summary>
internal static class RegistryLogins
{
    private static readonly string[] OfThePlatform = ["ghcr.io", "docker.pkg.github.com"];

    public static void Add(JobProof job, string host, PossibleValue credential) => job.Registries[host] = credential;

    /// <summary>The credential of the platform's registry; what was given to a host that is not known may be it.</summary>
    public static PossibleValue OfPlatform(JobProof job)
    {
        var found = PossibleValue.Empty;
        foreach (var (host, credential) in job.Registries)
        {
            if (IsPlatform(host) != false)
            {
                found = found.IsEmpty ? credential : PossibleValue.Either(found, credential);
            }
        }

        return found;
    }

    /// <summary>Whether a host is the platform's; null where that is not known.</summary>
    public static bool? IsPlatform(string host)
    {
        var bare = host.Contains("://", StringComparison.Ordinal) ? host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..] : host;
        if (Array.Exists(OfThePlatform, p => bare.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return bare.StartsWith(FactCondition.Hole) ? null : false;
    }
}

using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Values;

/// <summary>Tells behind which declared secrets of a called workflow the caller may have put the default token: <c>token: ${{ secrets.GITHUB_TOKEN }}</c>.</summary>
internal static class GivenSecrets
{
    private static readonly string[] Words = ["token", "pat"];
    private static readonly string[] Registries = ["ghcr", "registry", "packages", "github", "gh"];

    /// <summary>No secrets.</summary>
    public static IReadOnlySet<string> None { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The declared secrets whose names speak of a token, and not of one of another provider.</summary>
    public static IReadOnlySet<string> Of(Pipeline pipeline, SecretNames names)
    {
        if (pipeline.Secrets is not { Count: > 0 } declared)
        {
            return None;
        }

        return declared.Select(s => s.Name).Where(n => MayHoldDefault(n, names)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool MayHoldDefault(string name, SecretNames names)
    {
        var words = name.Split('-', '_');
        var isToken = Has(words, Words) || (Has(words, ["password"]) && (words.Length == 1 || Has(words, Registries)));
        return isToken && names.Find(name.Replace('-', '_')) is null or { IsSecret: true, Provider: "github" or "unknown" };
    }

    private static bool Has(string[] words, string[] endings) =>
        Array.Exists(words, w => Array.Exists(endings, e => w.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
}

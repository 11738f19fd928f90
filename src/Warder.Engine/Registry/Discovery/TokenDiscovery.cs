using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Registry.Discovery;

/// <summary>Finds the tokens that a repository uses and its registry does not know.</summary>
public static class TokenDiscovery
{
    private const string UnknownProvider = "unknown";

    /// <summary>The tokens, sorted by name; the platform's own default token is not among them.</summary>
    public static IReadOnlyList<DiscoveredToken> Find(AuditResult result)
    {
        var registry = result.Repository.Registry;
        var names = result.Repository.Facts.SecretNames;
        return
        [
            .. result.Uses
                .Where(u => u is { Token.Kind: TokenKind.Secret, GivenByCaller: false } && registry?.Find(u.Token) is null)
                .GroupBy(u => u.Token.Name, StringComparer.Ordinal)
                .Where(g => g.Any(IsPipeline))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Describe(g.Key, names.Find(g.Key), g)),
        ];
    }

    private static DiscoveredToken Describe(string name, SecretName? known, IEnumerable<TokenUse> uses) => new(
        name,
        known is null ? null : KindOf(known),
        known is null || known.Provider == UnknownProvider ? null : known.Provider,
        known?.IsSecret ?? true,
        Paths(uses.Where(IsPipeline)),
        Paths(uses.Where(u => u.Scope == UseScope.ScriptFile)));

    private static List<string> Paths(IEnumerable<TokenUse> uses) =>
        [.. uses.Select(u => u.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsPipeline(TokenUse use) =>
        use.Scope is not (UseScope.ScriptFile or UseScope.Document or UseScope.Configuration);

    /// <summary>The registry's word for a kind of the facts.</summary>
    private static string? KindOf(SecretName known) => known.Kind switch
    {
        // Of a token whose provider its name does not say, the name says no kind either: it may be GitHub's own.
        "api-token" when known.Provider == UnknownProvider => null,
        "api-token" or "static-cloud-key" => "api-key",
        "webhook" or "password" or "ssh-key" or "signing-key" => known.Kind,
        "app-private-key" => "github-app",
        _ => null,
    };
}

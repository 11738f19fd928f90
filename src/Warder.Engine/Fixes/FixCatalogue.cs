namespace Warder.Engine.Fixes;

/// <summary>Every fixer, sorted by the slug of its rule.</summary>
public static class FixCatalogue
{
    /// <summary>The fixers.</summary>
    public static IReadOnlyList<Fixer> All { get; } =
    [
        new BroadTokenScopeFixer(),
        new DeprecatedTokenFixer(),
        new MinimalPermissionsFixer(),
        new ExpiredExceptionFixer(),
        new PersistedCredentialsFixer(),
        new ProhibitedTokenFixer(),
        new SecretInScriptFixer(),
        new SecretsInheritFixer(),
    ];

    /// <summary>The slugs that can be chosen.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. All.Select(f => f.Rule)];
}

namespace Warder.Pipelines;

/// <summary>Which token a use refers to.</summary>
/// <param name="Kind">What kind of reference.</param>
/// <param name="Name">The token's name in upper case; <c>GITHUB_TOKEN</c> for the default token, <c>OIDC</c>, <c>*</c> for all, <c>?</c> for a computed name.</param>
public readonly record struct TokenReference(TokenKind Kind, string Name)
{
    /// <summary>The platform's default token.</summary>
    public static TokenReference Default { get; } = new(TokenKind.DefaultToken, DefaultTokenName);

    /// <summary>The one name of the default token in all output.</summary>
    public const string DefaultTokenName = "GITHUB_TOKEN";

    /// <summary>A token by the name of its secret; <c>GITHUB_TOKEN</c> in any case is the default token.</summary>
    public static TokenReference Named(string name)
    {
        var upper = name.ToUpperInvariant();
        return string.Equals(upper, DefaultTokenName, StringComparison.Ordinal) ? Default : new TokenReference(TokenKind.Secret, upper);
    }
}

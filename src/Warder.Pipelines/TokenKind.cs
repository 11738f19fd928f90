namespace Warder.Pipelines;

/// <summary>What a token use refers to.</summary>
public enum TokenKind
{
    /// <summary>A secret by its name.</summary>
    Secret,

    /// <summary>The platform's default token, however it is spelled.</summary>
    DefaultToken,

    /// <summary>An identity token asked of the platform.</summary>
    Oidc,

    /// <summary>All secrets at once, as <c>toJSON(secrets)</c>.</summary>
    All,

    /// <summary>All secrets handed to a called pipeline.</summary>
    Inherited,

    /// <summary>A secret whose name is computed.</summary>
    Dynamic,
}

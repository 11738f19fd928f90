namespace Warder.Engine.Policy;

/// <summary>Where the generated documents lie and how they are written; the policy section <c>generated-docs</c>.</summary>
public sealed record GeneratedDocs
{
    private const string Forbidding = "docs/policies/no-default-token-policy.md";
    private const string Allowing = "docs/policies/token-policy.md";

    /// <summary>A repository whose policy says nothing of them.</summary>
    public static GeneratedDocs Default { get; } = new();

    /// <summary>The matrix of token permissions, relative to the repository.</summary>
    public string MatrixPath { get; init; } = "docs/security/token-permissions-matrix.md";

    /// <summary>The policy document, relative to the repository; null for the default name, which follows the policy on the default token.</summary>
    public string? PolicyPath { get; init; }

    /// <summary>The formats, each once; never empty.</summary>
    public IReadOnlyList<DocumentFormat> Formats { get; init; } = [DocumentFormat.Markdown];

    /// <summary>Where the policy document lies.</summary>
    public string PolicyPathFor(DefaultTokenPolicy policy) => PolicyPath ?? (policy == DefaultTokenPolicy.Forbid ? Forbidding : Allowing);

    /// <summary>Whether a generated document lies there, or would.</summary>
    public bool Holds(string path) =>
        string.Equals(path, MatrixPath, StringComparison.Ordinal)
        || (PolicyPath is null ? path is Forbidding or Allowing : string.Equals(path, PolicyPath, StringComparison.Ordinal));
}

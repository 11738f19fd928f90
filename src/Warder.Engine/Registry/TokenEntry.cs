using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>One token of the registry. Every field but the name may be missing.</summary>
public sealed class TokenEntry
{
    /// <summary>The token's name in upper case.</summary>
    public required string Name { get; init; }

    /// <summary>The name as written.</summary>
    public required string WrittenName { get; init; }

    /// <summary>Where the name is written.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>The entry's key.</summary>
    public required string Id { get; init; }

    /// <summary>Where the entry's key is written.</summary>
    public required TextSpan IdSpan { get; init; }

    /// <summary>The key of its category; <c>github_tokens</c> for the flat form.</summary>
    public required string Category { get; init; }

    /// <summary>How the registry stands to it.</summary>
    public required TokenStatus Status { get; init; }

    /// <summary>The text fields by key: <c>role</c>, <c>bot_identity</c>, <c>purpose</c>, <c>environment</c>, <c>kind</c>, <c>provider</c>, <c>owner</c>, <c>backup_owner</c>, <c>classification</c>, <c>storage</c>, <c>blast_radius</c>, <c>runbook</c>, <c>replaced_by</c>, <c>replacement</c>, <c>alternative</c>, <c>reason</c>, <c>status</c>.</summary>
    public required IReadOnlyDictionary<string, RegistryField> Fields { get; init; }

    /// <summary>What it may do; null where nothing is declared.</summary>
    public IReadOnlyList<DeclaredPermission>? Permissions { get; init; }

    /// <summary>Workflows that may use it; null where nothing is declared.</summary>
    public IReadOnlyList<AuthorizedPath>? AuthorizedWorkflows { get; init; }

    /// <summary>Scripts that may use it; null where nothing is declared.</summary>
    public IReadOnlyList<AuthorizedPath>? AuthorizedScripts { get; init; }

    /// <summary>Whether untrusted runs must never reach it.</summary>
    public bool Restricted { get; init; }

    /// <summary>The declared risk.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>When it was made.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>When its value was last replaced.</summary>
    public DateOnly? Rotated { get; init; }

    /// <summary>When it stops working.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>After how many days its value must be replaced.</summary>
    public int? RotationDays { get; init; }

    /// <summary>Since when it is deprecated.</summary>
    public DateOnly? DeprecationDate { get; init; }

    /// <summary>The text of a field.</summary>
    public string? this[string field] => Fields.TryGetValue(field, out var value) ? value.Text : null;

    /// <summary>The bot that acts with it.</summary>
    public string? BotIdentity => this["bot_identity"];

    /// <summary>The deployment environment that it is bound to.</summary>
    public string? Environment => this["environment"];

    /// <summary>What to use instead: <c>replacement</c>, <c>replaced_by</c> or <c>alternative</c>.</summary>
    public string? Instead => this["replacement"] ?? this["replaced_by"] ?? this["alternative"];

    /// <summary>Where a field is written; the name where it is missing.</summary>
    public TextSpan SpanOf(string field) => Fields.TryGetValue(field, out var value) ? value.Span : NameSpan;
}

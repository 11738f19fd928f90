using System.Text.Json;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>A permission that an action or a command needs of its token.</summary>
public sealed record FactNeed
{
    /// <summary>The permission, as a workflow spells it.</summary>
    public required string Permission { get; init; }

    /// <summary>The level.</summary>
    public required GrantLevel Level { get; init; }

    /// <summary>When.</summary>
    public required FactCondition When { get; init; }

    /// <summary>Permissions of which one serves instead, at the same level.</summary>
    public IReadOnlyList<string> Or { get; init; } = [];

    /// <summary>Which credential must hold it: an input's name, <c>git</c>, <c>registry</c> or <c>npm</c>; null for the first token input.</summary>
    public string? Token { get; init; }

    /// <summary>Whether only apps and personal tokens can have it.</summary>
    public bool IsAppOnly { get; init; }

    /// <summary>The first major version this is true of; null for all.</summary>
    public int? Since { get; init; }

    /// <summary>The first major version this is no longer true of; null for none.</summary>
    public int? Until { get; init; }

    /// <summary>Where the fact is from.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether this is true of a major version; an unknown one is taken for the newest.</summary>
    public bool AppliesTo(int? major) => major is { } given ? given >= (Since ?? 0) && given < (Until ?? int.MaxValue) : Until is null;

    internal static FactNeed Read(JsonElement row, string basis) => new()
    {
        Permission = FactFile.Text(row, "permission"),
        Level = FactFile.Text(row, "level") == "write" ? GrantLevel.Write : GrantLevel.Read,
        When = FactCondition.Parse(FactFile.TextOrNull(row, "when") ?? "always"),
        Or = FactFile.Texts(row, "or"),
        Token = FactFile.TextOrNull(row, "token"),
        IsAppOnly = FactFile.Flag(row, "app"),
        Since = ActionVersion.MajorOf(FactFile.TextOrNull(row, "since")),
        Until = ActionVersion.MajorOf(FactFile.TextOrNull(row, "until")),
        Basis = FactFile.TextOrNull(row, "basis") ?? basis,
    };
}

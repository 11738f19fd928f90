using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What is known of one command.</summary>
public sealed class CommandFact
{
    /// <summary>Its first words: <c>gh pr create</c>.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What its token must be allowed.</summary>
    public required IReadOnlyList<FactNeed> Needs { get; init; }

    /// <summary>Environment variables from which it reads the token, in order; the first that is set wins.</summary>
    public required IReadOnlyList<string> TokenVariables { get; init; }

    /// <summary>Why it may need more than is listed; null where it does not.</summary>
    public string? Unknown { get; init; }

    /// <summary>Whether it logs in to a registry.</summary>
    public bool LogsIn { get; init; }

    /// <summary>Whether it hands its own token to git.</summary>
    public bool SetsGitCredential { get; init; }

    /// <summary>Other first words of the same command.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Where the entry is from.</summary>
    public required string Basis { get; init; }

    /// <summary>The words as one text.</summary>
    public string Name => string.Join(' ', Words);

    internal static CommandFact Read(JsonElement row)
    {
        var basis = FactFile.TextOrNull(row, "basis") ?? "";
        return new CommandFact
        {
            Words = FactFile.Text(row, "command").Split(' '),
            Needs = FactFile.Rows(row, "needs", n => FactNeed.Read(n, basis)),
            TokenVariables = FactFile.Texts(row, "tokenEnv"),
            Unknown = FactFile.TextOrNull(row, "unknown"),
            LogsIn = FactFile.Flag(row, "login"),
            SetsGitCredential = FactFile.Flag(row, "setsGit"),
            Aliases = FactFile.Texts(row, "aliases"),
            Basis = basis,
        };
    }

    /// <summary>The same command by other words.</summary>
    internal CommandFact As(string words) => new()
    {
        Words = words.Split(' '),
        Needs = Needs,
        TokenVariables = TokenVariables,
        Unknown = Unknown,
        LogsIn = LogsIn,
        SetsGitCredential = SetsGitCredential,
        Basis = Basis,
    };
}

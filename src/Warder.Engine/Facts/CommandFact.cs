namespace Warder.Engine.Facts;

/// <summary>What is known of one command; all but its words is read when it is first asked for.</summary>
public sealed class CommandFact
{
    private readonly Lazy<CommandRow> _row;

    internal CommandFact(string name, Lazy<CommandRow> row)
    {
        Name = name;
        Words = name.Split(' ');
        _row = row;
    }

    /// <summary>The words as one text.</summary>
    public string Name { get; }

    /// <summary>Its first words: <c>gh pr create</c>.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What its token must be allowed.</summary>
    public IReadOnlyList<FactNeed> Needs => _row.Value.Needs;

    /// <summary>Environment variables from which it reads the token, in order; the first that is set wins.</summary>
    public IReadOnlyList<string> TokenVariables => _row.Value.TokenVariables;

    /// <summary>Why it may need more than is listed; null where it does not.</summary>
    public string? Unknown => _row.Value.Unknown;

    /// <summary>Whether it logs in to a registry.</summary>
    public bool LogsIn => _row.Value.LogsIn;

    /// <summary>Whether it hands its own token to git.</summary>
    public bool SetsGitCredential => _row.Value.SetsGitCredential;

    /// <summary>Where the entry is from.</summary>
    public string Basis => _row.Value.Basis;
}

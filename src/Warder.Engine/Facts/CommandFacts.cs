namespace Warder.Engine.Facts;

/// <summary>What is known of commands: <c>commands.json</c>, and the programs that never ask the platform: <c>quiet-programs.json</c>.</summary>
public sealed class CommandFacts
{
    private readonly Dictionary<string, List<CommandFact>> _byProgram = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quiet;
    private readonly HashSet<string> _plain;

    private CommandFacts(IEnumerable<CommandFact> all, IEnumerable<string> quiet, IEnumerable<string> plain)
    {
        foreach (var fact in all.SelectMany(f => f.Aliases.Select(f.As).Prepend(f)))
        {
            if (!_byProgram.TryGetValue(fact.Words[0], out var facts))
            {
                _byProgram[fact.Words[0]] = facts = [];
            }

            facts.Add(fact);
        }

        foreach (var facts in _byProgram.Values)
        {
            facts.Sort((a, b) => b.Words.Count.CompareTo(a.Words.Count));
        }

        _quiet = quiet.ToHashSet(StringComparer.Ordinal);
        _plain = plain.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The programs that ask the platform, or move files to and from it.</summary>
    public IReadOnlyCollection<string> Programs => _byProgram.Keys;

    /// <summary>The commands of a program, those of more words first; empty for one that is not known.</summary>
    public IReadOnlyList<CommandFact> Of(string program) => _byProgram.TryGetValue(program, out var facts) ? facts : [];

    /// <summary>Whether a command is known to leave the platform's token alone: <c>sed</c>, <c>cargo build</c>.</summary>
    public bool IsQuiet(string program, string? verb) => _quiet.Contains(program) || (verb is not null && _quiet.Contains(program + " " + verb));

    /// <summary>Whether a program runs no code but its own and reads no variables but its own: <c>cp</c>, <c>curl</c>.</summary>
    public bool IsPlain(string program) => _plain.Contains(program);

    internal static CommandFacts Load()
    {
        using var commands = FactFile.Open("commands.json");
        using var quiet = FactFile.Open("quiet-programs.json");
        using var plain = FactFile.Open("plain-programs.json");
        return new CommandFacts(
            FactFile.Rows(commands.RootElement, "commands", CommandFact.Read),
            FactFile.Texts(quiet.RootElement, "programs"),
            FactFile.Texts(plain.RootElement, "programs"));
    }
}

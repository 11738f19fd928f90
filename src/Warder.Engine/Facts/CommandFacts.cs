using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What is known of commands: <c>commands.json</c>, and the programs that never ask the platform: <c>quiet-programs.json</c>.</summary>
public sealed class CommandFacts
{
    private readonly FactRows _rows = FactRows.Open("commands.json", "command");
    private readonly Lazy<Dictionary<string, List<int>>> _places;
    private readonly ConcurrentDictionary<string, IReadOnlyList<CommandFact>> _byProgram = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _quiet = new(() => ReadPrograms("quiet-programs.json"));
    private readonly Lazy<HashSet<string>> _plain = new(() => ReadPrograms("plain-programs.json"));

    private CommandFacts() => _places = new Lazy<Dictionary<string, List<int>>>(Index);

    /// <summary>The programs that ask the platform, or move files to and from it.</summary>
    public IReadOnlyCollection<string> Programs => _places.Value.Keys;

    /// <summary>The commands of a program, those of more words first; empty for one that is not known.</summary>
    public IReadOnlyList<CommandFact> Of(string program) =>
        _places.Value.TryGetValue(program, out var places) ? _byProgram.GetOrAdd(program, Read, places) : [];

    /// <summary>Whether a command is known to leave the platform's token alone: <c>sed</c>, <c>cargo build</c>.</summary>
    public bool IsQuiet(string program, string? verb) => _quiet.Value.Contains(program) || (verb is not null && _quiet.Value.Contains(program + " " + verb));

    /// <summary>Whether a program runs no code but its own and reads no variables but its own: <c>cp</c>, <c>curl</c>.</summary>
    public bool IsPlain(string program) => _plain.Value.Contains(program);

    internal static CommandFacts Load() => new();

    private static HashSet<string> ReadPrograms(string file)
    {
        using var data = FactFile.Open(file);
        return new HashSet<string>(FactFile.Texts(data.RootElement, "programs"), StringComparer.Ordinal);
    }

    /// <summary>Where the rows of each program stand: a row is one of several where the command has other first words too.</summary>
    private Dictionary<string, List<int>> Index()
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> program = stackalloc char[FactRows.LongestKey];
        foreach (var row in _rows)
        {
            foreach (var name in new CommandNames(row))
            {
                var length = Encoding.UTF8.GetChars(name[..(name.IndexOf((byte)' ') is > 0 and var end ? end : name.Length)], program);
                if (!lookup.TryGetValue(program[..length], out var list))
                {
                    lookup[program[..length]] = list = [];
                }

                if (list.Count == 0 || list[^1] != _rows.OffsetOf(row))
                {
                    list.Add(_rows.OffsetOf(row));
                }
            }
        }

        return places;
    }

    private CommandFact[] Read(string program, List<int> places)
    {
        var facts = new List<CommandFact>();
        foreach (var at in places)
        {
            var row = new Lazy<CommandRow>(() => FactRows.Read(_rows.RowAt(at), CommandRow.Read));
            foreach (var bytes in new CommandNames(_rows.RowAt(at)))
            {
                var name = Encoding.UTF8.GetString(bytes);
                if (name.StartsWith(program, StringComparison.Ordinal) && (name.Length == program.Length || name[program.Length] == ' '))
                {
                    facts.Add(new CommandFact(name, row));
                }
            }
        }

        facts.Sort((a, b) => b.Words.Count.CompareTo(a.Words.Count));
        return [.. facts];
    }
}

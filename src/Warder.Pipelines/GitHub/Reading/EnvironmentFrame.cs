using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>The variables that one level of a pipeline sets, over those of the levels outside it.</summary>
internal sealed class EnvironmentFrame
{
    private readonly EnvironmentFrame? _outer;
    private readonly bool _isContainer;
    private readonly IReadOnlyList<EnvironmentEntry> _entries;
    private readonly int[][] _uses;

    private EnvironmentFrame(EnvironmentFrame? outer, bool isContainer, IReadOnlyList<EnvironmentEntry> entries, int[][] uses)
    {
        _outer = outer;
        _isContainer = isContainer;
        _entries = entries;
        _uses = uses;
    }

    /// <summary>Opens a level; null or the outer one where it changes nothing that matters to tokens.</summary>
    /// <param name="entries">The variables.</param>
    /// <param name="outer">The levels outside.</param>
    /// <param name="read">Gives the uses that a value carries.</param>
    /// <param name="isContainer">Whether only commands see it, not expressions.</param>
    public static EnvironmentFrame? Open(
        IReadOnlyList<EnvironmentEntry> entries, EnvironmentFrame? outer, Func<YamlScalar, int[]> read, bool isContainer = false)
    {
        var uses = new int[entries.Count][];
        var any = false;
        for (var i = 0; i < uses.Length; i++)
        {
            uses[i] = entries[i].Value is { } value ? read(value) : [];
            any |= uses[i].Length > 0;
        }

        return any || (outer is not null && uses.Length > 0) ? new EnvironmentFrame(outer, isContainer, entries, uses) : outer;
    }

    /// <summary>The uses that a variable carries for commands; null where no level sets it.</summary>
    public int[]? Find(string name, StringComparison comparison = StringComparison.Ordinal) => Find(name, comparison, forCommands: true);

    /// <summary>The uses that <c>env.NAME</c> carries; null where no level sets it.</summary>
    public int[]? FindInExpression(string name) => Find(name, StringComparison.Ordinal, forCommands: false);

    /// <summary>The variables of this level that carry tokens.</summary>
    public IEnumerable<(string Name, int[] Uses)> Own
    {
        get
        {
            for (var i = 0; i < _uses.Length; i++)
            {
                if (_uses[i].Length > 0)
                {
                    yield return (_entries[i].Name, _uses[i]);
                }
            }
        }
    }

    /// <summary>Every variable that carries tokens and is not hidden by an inner level, by name.</summary>
    public List<(string Name, int[] Uses)> Visible(bool forCommands)
    {
        var visible = new List<(string Name, int[] Uses)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            for (var i = frame._uses.Length - 1; i >= 0; i--)
            {
                if ((forCommands || !frame._isContainer) && seen.Add(frame._entries[i].Name) && frame._uses[i].Length > 0)
                {
                    visible.Add((frame._entries[i].Name, frame._uses[i]));
                }
            }
        }

        visible.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return visible;
    }

    private int[]? Find(string name, StringComparison comparison, bool forCommands)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            if (frame._isContainer && !forCommands)
            {
                continue;
            }

            for (var i = frame._uses.Length - 1; i >= 0; i--)
            {
                if (string.Equals(frame._entries[i].Name, name, comparison))
                {
                    return frame._uses[i];
                }
            }
        }

        return null;
    }
}

using Warder.Pipelines;

namespace Warder.Engine.Permissions.Values;

/// <summary>Environment variables of one level, over those of the levels around it.</summary>
internal sealed class VariableScope
{
    private readonly VariableScope? _outer;
    private readonly IReadOnlyList<EnvironmentEntry> _entries;
    private readonly PipelineScope _pipeline;
    private PossibleValue?[]? _values;

    public VariableScope(VariableScope? outer, IReadOnlyList<EnvironmentEntry> entries, PipelineScope pipeline)
    {
        _outer = outer;
        _entries = entries;
        _pipeline = pipeline;
    }

    /// <summary>The value of a variable; null where no level sets it.</summary>
    public PossibleValue? Find(string name)
    {
        for (var level = this; level is not null; level = level._outer)
        {
            for (var i = level._entries.Count - 1; i >= 0; i--)
            {
                if (string.Equals(level._entries[i].Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return level.ValueOf(i);
                }
            }
        }

        return null;
    }

    /// <summary>The value of an entry, read once however many commands ask for it.</summary>
    private PossibleValue ValueOf(int index)
    {
        _values ??= new PossibleValue?[_entries.Count];
        return _values[index] ??= ValueReader.Read(_entries[index].Value, _pipeline, _outer);
    }

    /// <summary>The names set at any level, inner ones first.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (var level = this; level is not null; level = level._outer)
            {
                foreach (var entry in level._entries)
                {
                    yield return entry.Name;
                }
            }
        }
    }
}

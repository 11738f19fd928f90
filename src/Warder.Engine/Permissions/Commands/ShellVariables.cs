using Warder.Engine.Permissions.Proof;
using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Commands;

/// <summary>The variables of a running script: its own, the step's and the platform's.</summary>
internal sealed class ShellVariables
{
    private readonly Dictionary<string, PossibleValue> _own = new(StringComparer.Ordinal);
    private readonly StepProof _step;
    private IReadOnlyList<(string Name, PossibleValue Value)>? _holding;

    public ShellVariables(StepProof step) => _step = step;

    /// <summary>Sets a variable of the script.</summary>
    public void Set(string name, PossibleValue value)
    {
        // A loop or a branch may set it twice, and nothing says which comes last.
        _holding = null;
        _own[name] = _own.TryGetValue(name, out var before) ? PossibleValue.Either(before, value) : value;
    }

    /// <summary>The value of a variable.</summary>
    public PossibleValue Read(string name) => Find(name) ?? PossibleValue.Opaque;

    /// <summary>The value of a variable; null where nothing is seen to set it.</summary>
    public PossibleValue? Find(string name)
    {
        if (_own.TryGetValue(name, out var own))
        {
            return own;
        }

        return _step.Variables.Find(name) ?? _step.Job.FindExported(name) ?? OfThePlatform(name);
    }

    /// <summary>The variables that hold a token while the script runs, by name.</summary>
    public IReadOnlyList<(string Name, PossibleValue Value)> Holding() => _holding ??= _own.Count == 0 ? _step.Holding : FindHolding();

    private List<(string Name, PossibleValue Value)> FindHolding()
    {
        var found = new List<(string Name, PossibleValue Value)>();
        foreach (var (name, value) in _own)
        {
            if (value.Tokens.Count > 0 || value.IsFromOutside)
            {
                found.Add((name, value));
            }
        }

        foreach (var held in _step.Holding)
        {
            if (!_own.ContainsKey(held.Name))
            {
                found.Add(held);
            }
        }

        return found;
    }

    private static PossibleValue? OfThePlatform(string name) => name switch
    {
        "GITHUB_REPOSITORY" => PossibleValue.Of("\u0001/\u0001"),
        "GITHUB_API_URL" => PossibleValue.Of("https://api.github.com"),
        "GITHUB_SERVER_URL" => PossibleValue.Of("https://github.com"),
        _ => null,
    };
}

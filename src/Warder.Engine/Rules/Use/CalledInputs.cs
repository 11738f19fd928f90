using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>The inputs of a called workflow as far as the files tell them.</summary>
internal sealed class CalledInputs
{
    private const string Open = "${{";
    private const string Reference = "inputs.";
    private readonly SortedDictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a call gives, else the defaults.</summary>
    /// <param name="called">The called workflow.</param>
    /// <param name="call">The call.</param>
    /// <param name="outer">The inputs of the caller; null where they are not known.</param>
    public CalledInputs(Pipeline called, PipelineCall call, CalledInputs? outer)
    {
        foreach (var declared in called.Inputs)
        {
            var given = call.Inputs.FirstOrDefault(i => i.Name.Equals(declared.Name, StringComparison.OrdinalIgnoreCase));
            _values[declared.Name] = given is null ? ValueOf(declared.Default ?? "", inputs: null) : given.Value is { } value ? ValueOf(value.Value, outer) : null;
        }
    }

    /// <summary>What a text comes to: itself, or the input that is all it names; null where it is computed or not known.</summary>
    public static string? ValueOf(string text, CalledInputs? inputs)
    {
        var trimmed = text.Trim();
        if (!trimmed.Contains(Open, StringComparison.Ordinal))
        {
            return trimmed;
        }

        if (inputs is null || !trimmed.StartsWith(Open, StringComparison.Ordinal) || !trimmed.EndsWith("}}", StringComparison.Ordinal))
        {
            return null;
        }

        var inner = trimmed[Open.Length..^2].Trim();
        return inner.StartsWith(Reference, StringComparison.OrdinalIgnoreCase) && inner[Reference.Length..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? inputs._values.GetValueOrDefault(inner[Reference.Length..], "")
            : null;
    }

    /// <summary>The values, to know two calls that give the same.</summary>
    public override string ToString() => string.Join(' ', _values.Select(v => $"{v.Key}={v.Value ?? "?"}"));
}

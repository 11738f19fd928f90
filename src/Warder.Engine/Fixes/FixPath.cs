using System.Globalization;

namespace Warder.Engine.Fixes;

/// <summary>A node that a fix means to change, to add or to take away.</summary>
/// <param name="Pointer">Its path in the file, as a JSON Pointer (RFC 6901): <c>/jobs/build/steps/0/env</c>.</param>
public sealed record FixPath(string Pointer)
{
    /// <summary>What the text there must be afterwards; null where that is not said.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the item of a list goes, so that another one takes its number.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The path of these keys and numbers.</summary>
    public static FixPath Of(params ReadOnlySpan<object> steps)
    {
        var pointer = "";
        foreach (var step in steps)
        {
            pointer = Below(pointer, Convert.ToString(step, CultureInfo.InvariantCulture)!);
        }

        return new FixPath(pointer);
    }

    /// <summary>The path of what lies under this one.</summary>
    public FixPath Then(string step) => new(Below(Pointer, step));

    /// <summary>Whether a change of the one may be a change of the other.</summary>
    public bool Meets(FixPath other) => Covers(other.Pointer) || other.Covers(Pointer);

    internal static string Below(string pointer, string step) =>
        $"{pointer}/{step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private bool Covers(string pointer) =>
        pointer.StartsWith(Pointer, StringComparison.Ordinal) && (pointer.Length == Pointer.Length || pointer[Pointer.Length] == '/');
}

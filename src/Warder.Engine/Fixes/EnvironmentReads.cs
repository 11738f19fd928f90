using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Finds expressions of a workflow that read a variable by the <c>env</c> context.</summary>
internal static class EnvironmentReads
{
    private const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether one stands outside some ranges, or reads the whole context; a mere mention counts.</summary>
    public static bool IsReadOutside(string text, string name, IReadOnlyList<TextSpan> ranges)
    {
        for (var at = text.IndexOf("env", Comparison); at >= 0; at = text.IndexOf("env", at + 1, Comparison))
        {
            var rest = text.AsSpan(at + 3).TrimStart();
            var isWhole = rest is [')' or ',', ..] && at > 0 && text[at - 1] is '(' or ',' or ' ';
            var isComputed = rest is ['[', not ('\'' or '"'), ..];
            var isNamed = rest is ['.' or '[', ..] && rest[1..].TrimStart("'\" ").StartsWith(name, Comparison);
            if ((isWhole || isComputed || isNamed) && (isWhole || isComputed || !ranges.Any(r => r.Contains(at))))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Warder.Engine.Facts;

/// <summary>One clause of a condition.</summary>
/// <param name="Subjects">What is looked at: an input, <c>env:NAME</c>, <c>event</c>, an option or a positional word of a command; several are spellings of one.</param>
/// <param name="Operator">How.</param>
/// <param name="Negated">Whether the opposite is asked.</param>
/// <param name="Values">With what it is compared.</param>
public sealed record FactClause(IReadOnlyList<string> Subjects, FactOperator Operator, bool Negated, IReadOnlyList<string> Values)
{
    /// <summary>Whether it holds for a value: null where the value is not known well enough.</summary>
    /// <param name="text">The value, with <see cref="FactCondition.Hole"/> where a part is not known; null where nothing of it is known.</param>
    public bool? Holds(string? text) => Operator == FactOperator.Undecidable ? null : Test(text) is { } holds ? holds != Negated : null;

    private bool? Test(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var isWhole = !text.Contains(FactCondition.Hole, StringComparison.Ordinal);
        switch (Operator)
        {
            case FactOperator.IsGiven:
                return isWhole ? text.Length > 0 : text.AsSpan().Trim(FactCondition.Hole).Length > 0 ? true : null;
            case FactOperator.Equals:
                return isWhole ? Any(v => text.Equals(v, StringComparison.OrdinalIgnoreCase)) : null;
            case FactOperator.StartsWith:
                return AnyLine(text, isWhole, (line, value) => line.StartsWith(value, StringComparison.OrdinalIgnoreCase));
            default:
                return AnyLine(text, isWhole, (line, value) => line.Contains(value, StringComparison.OrdinalIgnoreCase));
        }
    }

    private bool Any(Func<string, bool> fits)
    {
        foreach (var value in Values)
        {
            if (fits(value))
            {
                return true;
            }
        }

        return false;
    }

    // An input may hold a list, one entry a line.
    private bool? AnyLine(string text, bool isWhole, Func<string, string, bool> fits)
    {
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (Any(v => fits(trimmed, v)))
            {
                return true;
            }
        }

        // A part that is not known may bring what is looked for, unless what is known already rules it out at the start.
        if (!isWhole && Operator == FactOperator.StartsWith)
        {
            foreach (var line in text.Split('\n'))
            {
                var hole = line.IndexOf(FactCondition.Hole, StringComparison.Ordinal);
                if (hole >= 0 && line[..hole].TrimStart() is var known && Any(v => v.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
                {
                    return null;
                }
            }

            return false;
        }

        return isWhole ? false : null;
    }
}

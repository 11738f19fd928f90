namespace Warder.Engine.Facts;

/// <summary>When a fact holds: <c>always</c>, or clauses that must all hold, as <c>push=true &amp; tags*=ghcr.io/</c>.</summary>
public sealed class FactCondition
{
    /// <summary>Stands in a value for a part that is not known.</summary>
    public const char Hole = '\u0001';

    private static readonly string[] Operators = ["!^=", "!*=", "!=", "^=", "*=", "="];

    private FactCondition(string text, IReadOnlyList<FactClause> clauses)
    {
        Text = text;
        Clauses = clauses;
    }

    /// <summary>A condition that always holds.</summary>
    public static FactCondition Always { get; } = new("always", []);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What must hold; empty for always.</summary>
    public IReadOnlyList<FactClause> Clauses { get; }

    /// <summary>Reads a condition.</summary>
    public static FactCondition Parse(string text)
    {
        if (text is "always" or "")
        {
            return Always;
        }

        // Words that no file decides go to the end: they may hold any character.
        var clauses = new List<FactClause>();
        var rest = text;
        while (rest.Length > 0)
        {
            var end = rest.StartsWith('?') ? -1 : rest.IndexOf(" & ", StringComparison.Ordinal);
            clauses.Add(ParseClause((end < 0 ? rest : rest[..end]).Trim()));
            rest = end < 0 ? "" : rest[(end + 3)..];
        }

        return new FactCondition(text, clauses);
    }

    /// <summary>Whether it holds: null where a value is not known well enough.</summary>
    /// <param name="valueOf">The value of a clause's subject: the empty text where it is not given, null where it is not known.</param>
    public bool? Holds(Func<FactClause, string?> valueOf)
    {
        bool? all = true;
        foreach (var clause in Clauses)
        {
            switch (clause.Holds(clause.Operator == FactOperator.Undecidable ? null : valueOf(clause)))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }

    private static FactClause ParseClause(string text)
    {
        if (text.StartsWith('?'))
        {
            return new FactClause([text[1..]], FactOperator.Undecidable, Negated: false, []);
        }

        foreach (var sign in Operators)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && IsFirst(text, at))
            {
                return new FactClause(
                    Subjects(text[..at]),
                    sign.Contains('^', StringComparison.Ordinal) ? FactOperator.StartsWith : sign.Contains('*', StringComparison.Ordinal) ? FactOperator.Contains : FactOperator.Equals,
                    sign[0] == '!',
                    text[(at + sign.Length)..].Split('|'));
            }
        }

        return text[0] == '!'
            ? new FactClause(Subjects(text[1..]), FactOperator.IsGiven, Negated: true, [])
            : new FactClause(Subjects(text), FactOperator.IsGiven, Negated: false, []);
    }

    // `a!=b` must not be read as `a!` and `=b`, nor a sign within the values as the first one.
    private static bool IsFirst(string text, int at)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals - at is >= 0 and <= 2 && text[at..equals].All(c => c is '!' or '^' or '*');
    }

    private static string[] Subjects(string text) => text.Split('|');
}

namespace Warder.Sessions.Results;

/// <summary>How many lines tests reach.</summary>
/// <param name="Covered">Lines reached.</param>
/// <param name="Valid">Lines that could be.</param>
public readonly record struct Coverage(long Covered, long Valid)
{
    /// <summary>In percent; 0 where there are no lines.</summary>
    public double Percent => Valid == 0 ? 0 : Math.Round(100.0 * Covered / Valid, 2);

    /// <summary>Both together.</summary>
    public static Coverage operator +(Coverage left, Coverage right) => new(left.Covered + right.Covered, left.Valid + right.Valid);

    /// <summary>Both together.</summary>
    public static Coverage Add(Coverage left, Coverage right) => left + right;
}

using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Says in a few words where a use stands.</summary>
internal static class UsePlaces
{
    /// <summary><c>job deploy</c>, <c>this action</c> or <c>every job of this workflow</c>.</summary>
    public static string Of(TokenUse use) => use.Job switch
    {
        null => "every job of this workflow",
        "" => "this action",
        _ => $"job {use.Job}",
    };

    /// <summary>The confidence of what is said of a token by its name; a name that the caller gives a value to proves less.</summary>
    public static Findings.Confidence? NameConfidence(TokenUse use) =>
        use.GivenByCaller ? Findings.Confidence.Medium : null;

    /// <summary>The words joined for a sentence: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };
}

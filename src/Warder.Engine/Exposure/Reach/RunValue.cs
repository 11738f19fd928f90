using System.Globalization;

namespace Warder.Engine.Exposure.Reach;

/// <summary>What is known of a value before a run starts.</summary>
/// <param name="Truth">Whether it counts as true in a condition; null where that is not known.</param>
internal abstract record RunValue(bool? Truth)
{
    /// <summary>A value of which nothing is known.</summary>
    public static RunValue Any { get; } = new Unknown(null);

    /// <summary>The value of something that is not there.</summary>
    public static RunValue Nothing { get; } = new Known(null);

    /// <summary>A name of code that a stranger wrote.</summary>
    public static RunValue Foreign { get; } = new Code();

    /// <summary>A value of which at most the truth is known.</summary>
    public sealed record Unknown(bool? Truth) : RunValue(Truth);

    /// <summary>A name of code that a stranger wrote: a branch, a commit, a repository.</summary>
    public sealed record Code() : RunValue(true);

    /// <summary>A text, a number, a truth value or null.</summary>
    public sealed record Known(object? Value) : RunValue(Value switch
    {
        null => false,
        bool truth => truth,
        string text => text.Length > 0,
        double number => number != 0 && !double.IsNaN(number),
        _ => null,
    });

    /// <summary>One of several texts.</summary>
    public sealed record OneOf(IReadOnlyList<string> Texts) : RunValue(true);

    /// <summary>What names a repository.</summary>
    /// <param name="Part">Its name, its owner or its id.</param>
    /// <param name="IsOwn">Whether of the repository that the run belongs to; else it is a stranger's.</param>
    public sealed record Named(string Part, bool IsOwn) : RunValue(true);

    /// <summary>A list of texts that the condition writes out.</summary>
    public sealed record Listed(IReadOnlyList<string> Texts) : RunValue(true);

    /// <summary>What an input of a called workflow makes of the value; nothing is known of it where the types do not agree.</summary>
    /// <param name="type">The type that the workflow declares: <c>string</c>, <c>boolean</c> or <c>number</c>.</param>
    public RunValue As(string? type) => (type, this) switch
    {
        ("string", Known { Value: null }) => new Known(""),
        ("string", Known { Value: bool truth }) => new Known(truth ? "true" : "false"),
        ("string", Known { Value: double number }) => new Known(number.ToString("R", CultureInfo.InvariantCulture)),
        ("string", Unknown { Truth: false }) => Any,
        ("string", _) or ("boolean", Known { Value: bool }) => this,
        _ => Any,
    };

    /// <summary>A truth value, or one that is not known.</summary>
    public static RunValue Of(bool? truth) => truth is { } known ? new Known(known) : Any;
}

namespace Warder.Engine.Facts;

/// <summary>How a clause of a condition compares.</summary>
public enum FactOperator
{
    /// <summary>A value is there and not empty.</summary>
    IsGiven,

    /// <summary>The value is one of those listed.</summary>
    Equals,

    /// <summary>The value starts with one of those listed.</summary>
    StartsWith,

    /// <summary>The value contains one of those listed.</summary>
    Contains,

    /// <summary>Words that no file can decide.</summary>
    Undecidable,
}

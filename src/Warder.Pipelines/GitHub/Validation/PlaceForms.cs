namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The scalars that a place takes.</summary>
[Flags]
internal enum PlaceForms
{
    None = 0,

    /// <summary>Any scalar.</summary>
    Text = 1,

    /// <summary>Any scalar but an empty one.</summary>
    Filled = 2,

    /// <summary>True or false.</summary>
    Flag = 4,

    /// <summary>A number.</summary>
    Number = 8,

    /// <summary>No value.</summary>
    Empty = 16,

    /// <summary>An expression without braces, or a text with them.</summary>
    Condition = 32,

    /// <summary>Anything at all.</summary>
    Any = 64,
}

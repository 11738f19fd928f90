namespace Warder.Pipelines.Scripts.Code;

/// <summary>What a piece of source code is.</summary>
internal enum CodeTokenKind
{
    /// <summary>A name, keyword or number.</summary>
    Word,

    /// <summary>A string.</summary>
    Text,

    /// <summary>An operator or bracket.</summary>
    Symbol,
}

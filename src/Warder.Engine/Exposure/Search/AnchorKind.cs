namespace Warder.Engine.Exposure.Search;

/// <summary>What stands at the place of an anchor.</summary>
internal enum AnchorKind
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>A word that announces a value.</summary>
    Keyword,

    /// <summary>The value in base64; the offset is that of a group of four characters in front of the place, counted back from it.</summary>
    Encoded,
}

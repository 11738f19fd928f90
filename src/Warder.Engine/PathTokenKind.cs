namespace Warder.Engine;

/// <summary>What a piece of a path pattern stands for.</summary>
internal enum PathTokenKind
{
    /// <summary>One given code unit.</summary>
    Literal,

    /// <summary>One of a set of code units, never <c>/</c>.</summary>
    Set,

    /// <summary>Any code unit but <c>/</c>.</summary>
    Any,

    /// <summary>Any number of code units but <c>/</c>.</summary>
    Star,

    /// <summary>Any number of code units.</summary>
    Deep,

    /// <summary>Any number of whole folders, each with its <c>/</c>.</summary>
    Folders,
}

namespace Warder.Engine.Rules.Use;

/// <summary>What the policy says of the default token at a place; until needs are known, grants decide.</summary>
internal enum DefaultTokenRuling
{
    /// <summary>Nothing against it.</summary>
    Allowed,

    /// <summary>Forbidden, but it can only read here: a warning.</summary>
    Tolerated,

    /// <summary>Forbidden, or more than reading where it may only read.</summary>
    Forbidden,
}

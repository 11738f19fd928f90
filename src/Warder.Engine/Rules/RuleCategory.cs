namespace Warder.Engine.Rules;

/// <summary>What a rule is about.</summary>
public enum RuleCategory
{
    /// <summary>The registry itself.</summary>
    Registry,

    /// <summary>Tokens where they are used.</summary>
    Use,

    /// <summary>What tokens may do.</summary>
    Permissions,

    /// <summary>Ways to leak.</summary>
    Exposure,

    /// <summary>Files and settings around tokens.</summary>
    Hygiene,
}

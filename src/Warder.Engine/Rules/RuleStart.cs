namespace Warder.Engine.Rules;

/// <summary>When a rule runs without being asked for. A policy that gives it a setting, or <c>--rule</c>, asks for it.</summary>
public enum RuleStart
{
    /// <summary>In every audit.</summary>
    Audit,

    /// <summary>Where the whole working tree is validated: it asks git, which an audit need not wait for.</summary>
    Validation,

    /// <summary>Never: not every team wants what it asks for.</summary>
    Request,
}

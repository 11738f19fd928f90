namespace Warder.Engine.Fixes;

/// <summary>Mends what one rule finds; without state, as rules are.</summary>
public abstract class Fixer
{
    /// <summary>The slug of the rule, or a name of its own where the rule is yet to come.</summary>
    public abstract string Rule { get; }

    /// <summary>Proposes changes of one workflow or action.</summary>
    public virtual void Propose(PipelineFixContext context)
    {
    }

    /// <summary>Proposes changes of the policy file.</summary>
    public virtual void ProposeInPolicy(PolicyFixContext context)
    {
    }
}

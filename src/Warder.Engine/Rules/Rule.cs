using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Pipelines;

namespace Warder.Engine.Rules;

/// <summary>
/// One check. A rule has no state: one instance visits many files at once. It overrides the narrowest visit that serves.
/// </summary>
public abstract class Rule
{
    /// <summary>What the rule is.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>Looks at the registry file; called once, only where one could be read as YAML.</summary>
    public virtual void VisitRegistry(RegistryContext context)
    {
    }

    /// <summary>Looks at one workflow or action as a whole.</summary>
    public virtual void VisitPipeline(PipelineContext context)
    {
    }

    /// <summary>Looks at one job.</summary>
    public virtual void VisitJob(PipelineContext context, Job job)
    {
    }

    /// <summary>Looks at one step.</summary>
    public virtual void VisitStep(PipelineContext context, Job job, Step step)
    {
    }

    /// <summary>Looks at one token use of a workflow or action, implicit ones included.</summary>
    public virtual void VisitTokenUse(PipelineContext context, TokenUse use)
    {
    }

    /// <summary>What to keep of one workflow or action until <see cref="VisitRepository"/>, where its tree is gone; null for nothing.</summary>
    public virtual object? Gather(PipelineContext context) => null;

    /// <summary>
    /// Writes what <see cref="Gather"/> kept, so that the next audit need not look at the file again; false where that cannot be
    /// written, and then it does.
    /// </summary>
    internal virtual bool TryWriteGathered(CacheWriter to, object kept) => false;

    /// <summary>Reads what <see cref="TryWriteGathered"/> wrote.</summary>
    internal virtual object ReadGathered(CacheReader from, Repository repository) => throw new InvalidDataException("This rule keeps nothing.");

    /// <summary>Looks at one script file that reads tokens.</summary>
    public virtual void VisitScript(ScriptContext context)
    {
    }

    /// <summary>Looks at one document or configuration for agents.</summary>
    public virtual void VisitDocument(DocumentContext context)
    {
    }

    /// <summary>Looks at the repository after all its files were visited.</summary>
    public virtual void VisitRepository(RepositoryContext context)
    {
    }

    /// <summary>Looks at the suppressions after all other rules have run.</summary>
    public virtual void VisitSuppressions(SuppressionContext context)
    {
    }
}

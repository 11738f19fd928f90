using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>A fallback chain and where it stands.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Use">A use that stands in it; null where the shell makes it from variables.</param>
/// <param name="Job">The job.</param>
/// <param name="Step">The step, where the shell makes the chain.</param>
/// <param name="IsLive">Whether the value goes somewhere, and is not only tested.</param>
/// <param name="IsExpression">Whether the platform makes the choice; false where variables of a script decide.</param>
internal sealed record TokenChain(FallbackChain Chain, TokenUse? Use, string? Job, Step? Step, bool IsLive, bool IsExpression)
{
    /// <summary>What tells it from another chain of the same step: its alternatives as written.</summary>
    public string Identity => string.Join("||", Chain.Links.Select(l => l.Text)) + "\n" + Use?.Binding;
}

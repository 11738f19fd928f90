using Warder.Engine.Registry;

namespace Warder.Engine.Fixes;

/// <summary>Replaces prohibited tokens by the registered one that fits.</summary>
public sealed class ProhibitedTokenFixer : Fixer
{
    /// <inheritdoc/>
    public override string Rule => "prohibited-token";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context) => TokenReplacement.Propose(context, Rule, TokenStatus.Prohibited);
}

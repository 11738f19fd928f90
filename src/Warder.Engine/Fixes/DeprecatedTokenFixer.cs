using Warder.Engine.Registry;

namespace Warder.Engine.Fixes;

/// <summary>Replaces deprecated tokens by their replacement.</summary>
public sealed class DeprecatedTokenFixer : Fixer
{
    /// <inheritdoc/>
    public override string Rule => "deprecated-token";

    /// <inheritdoc/>
    public override void Propose(PipelineFixContext context) => TokenReplacement.Propose(context, Rule, TokenStatus.Deprecated);
}

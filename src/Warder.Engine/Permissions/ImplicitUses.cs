using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Uses of the default token that a pipeline does not write: defaults of action inputs, commands, persisted credentials.</summary>
public static class ImplicitUses
{
    /// <summary>The implicit uses of a pipeline, in the order of the text.</summary>
    public static IReadOnlyList<TokenUse> Of(Repository repository, Pipeline pipeline) => [];
}

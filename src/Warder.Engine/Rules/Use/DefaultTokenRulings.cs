using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Engine.Policy;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Judges uses of the default token.</summary>
internal static class DefaultTokenRulings
{
    /// <summary>The ruling on a use in a pipeline.</summary>
    public static DefaultTokenRuling Of(Repository repository, GrantReach reach) => repository.DefaultToken switch
    {
        DefaultTokenPolicy.Forbid => reach == GrantReach.ReadOnly ? DefaultTokenRuling.Tolerated : DefaultTokenRuling.Forbidden,
        DefaultTokenPolicy.ReadOnly => reach == GrantReach.ReadOnly ? DefaultTokenRuling.Allowed : DefaultTokenRuling.Forbidden,
        _ => DefaultTokenRuling.Allowed,
    };

    /// <summary>What to use instead, as the registry says it.</summary>
    public static string Hint(Repository repository) =>
        repository.Registry?.Find(TokenReference.DefaultTokenName)?.Instead is { } instead
            ? $"Use {instead}"
            : "Use a token that was made and registered for this task, or grant the job no more than reading";
}

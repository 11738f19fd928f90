using Warder.Engine.Auditing.Caching;
using Warder.Engine.Permissions;

namespace Warder.Engine.Rules.Permissions;

/// <summary>What is kept of the needs of one token in one job.</summary>
/// <param name="Token">The token's name.</param>
/// <param name="IsKnown">Whether something is needed, and nothing that is not known.</param>
/// <param name="Permissions">Every permission that serves one of the needs.</param>
internal sealed record TokenDemand(string Token, bool IsKnown, IReadOnlyList<string> Permissions)
{
    public static TokenDemand Of(TokenNeeds needs) => new(
        needs.Token.Name,
        needs.Unknowns.Count == 0 && needs.All.Count > 0,
        [.. needs.All.SelectMany(n => n.Or.Prepend(n.Permission)).Distinct(StringComparer.Ordinal)]);

    public static void Write(CacheWriter to, TokenDemand demand)
    {
        to.Write(demand.Token);
        to.Write(demand.IsKnown);
        to.Write(demand.Permissions, (w, permission) => w.Write(permission));
    }

    public static TokenDemand Read(CacheReader from) => new(from.ReadWord(), from.ReadFlag(), from.ReadList(r => r.ReadWord()));
}

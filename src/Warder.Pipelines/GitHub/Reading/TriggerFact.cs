namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What is known of an event.</summary>
/// <param name="Reach">What its runs can reach.</param>
/// <param name="PrivilegedTypes">Its types that only people with rights to the repository cause.</param>
internal sealed record TriggerFact(TriggerReach Reach, IReadOnlyList<string> PrivilegedTypes)
{
    /// <summary>What runs of these types can reach; no types are the event's usual ones.</summary>
    public TriggerReach ReachOf(IReadOnlyList<string> types)
    {
        if (types.Count == 0 || !Reach.StartedByAnyone)
        {
            return Reach;
        }

        foreach (var type in types)
        {
            if (!PrivilegedTypes.Contains(type, StringComparer.Ordinal))
            {
                return Reach;
            }
        }

        return Reach with { StartedByAnyone = false };
    }
}

using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Says who renews a token and by which instructions, where the entry knows.</summary>
internal static class Renewal
{
    public static string HintFor(TokenEntry entry, string hint)
    {
        if (entry["owner"] is { } owner)
        {
            hint += $"; {owner} answers for it";
        }

        return entry["runbook"] is { } runbook ? $"{hint}; see {runbook}" : hint;
    }
}

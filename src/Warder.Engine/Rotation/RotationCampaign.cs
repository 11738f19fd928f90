using Warder.Engine.Registry;

namespace Warder.Engine.Rotation;

/// <summary>After a breach: the tokens that were within reach, each of which needs proof that it was replaced later than the breach began.</summary>
public sealed record RotationCampaign
{
    /// <summary>Its name, also that of its file.</summary>
    public required string Id { get; init; }

    /// <summary>When the breach began, UTC; a value replaced before it may be known to others.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Where it happened.</summary>
    public required BreachedPlace Place { get; init; }

    /// <summary>When the campaign was started, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The tokens, sorted by name.</summary>
    public required IReadOnlyList<CampaignToken> Tokens { get; init; }

    /// <summary>The tokens without proof, given what a registry says today: a day of rotation counts from its end unless it has a time.</summary>
    public IReadOnlyList<CampaignToken> Open(TokenRegistry? registry) => [.. Tokens.Where(t => !IsReplaced(t, registry))];

    /// <summary>The campaign with the proof of one token; itself where the token is none of it or the moment is no later than the breach.</summary>
    public RotationCampaign With(string token, DateTimeOffset replaced, string? evidence) => replaced <= Since
        ? this
        : this with { Tokens = [.. Tokens.Select(t => string.Equals(t.Name, token, StringComparison.OrdinalIgnoreCase) ? t with { Replaced = replaced, Evidence = evidence } : t)] };

    /// <summary>Whether a token was replaced after the breach began.</summary>
    public bool IsReplaced(CampaignToken token, TokenRegistry? registry)
    {
        if (token.Replaced > Since)
        {
            return true;
        }

        if (registry?.Find(token.Name) is not { Rotated: { } day } entry)
        {
            return false;
        }

        // The day of the breach alone proves nothing: it may have been the morning before.
        return DateTimeOffset.TryParse(entry["rotated"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment) && HasTime(entry["rotated"]!)
            ? moment > Since
            : day > DateOnly.FromDateTime(Since.UtcDateTime);
    }

    private static bool HasTime(string text) => text.Length > 10;
}

using Warder.Cli.History;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Rotation;
using Warder.History.Logs;

namespace Warder.Cli.Rotation;

/// <summary>Writes into the log what was replaced, and which campaigns began and ended.</summary>
internal static class RotationLog
{
    /// <summary>A token's value was replaced.</summary>
    public static void Rotated(RotationTarget target, string token, DateTimeOffset time, string? evidence) => Append(target, LogEntry.Write(Now, "rotation", json =>
    {
        json.WriteString("token", token);
        json.WriteString("rotated", CampaignFile.TextOf(time));
        json.WriteString("evidence", evidence is null ? null : Redactor.Known.Redact(evidence));
    }));

    /// <summary>A campaign began.</summary>
    public static void Began(RotationTarget target, RotationCampaign campaign) => Append(target, LogEntry.Write(Now, "campaign-started", json =>
    {
        json.WriteString("campaign", campaign.Id);
        json.WriteString("since", CampaignFile.TextOf(campaign.Since));
        json.WriteString("place", campaign.Place.ToString());
        json.WriteStartArray("tokens");
        foreach (var token in campaign.Tokens)
        {
            json.WriteStringValue(token.Name);
        }

        json.WriteEndArray();
    }));

    /// <summary>The last token of a campaign was replaced.</summary>
    public static void Ended(RotationTarget target, RotationCampaign campaign) => Append(target, LogEntry.Write(Now, "campaign-ended", json =>
    {
        json.WriteString("campaign", campaign.Id);
        json.WriteNumber("tokens", campaign.Tokens.Count);
    }));

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static void Append(RotationTarget target, string entry) => LogPublisher.Append(target.Root, target.Audit.Repository.Policy, [entry]);
}

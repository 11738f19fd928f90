using Warder.Engine.Registry;
using Warder.Engine.Rotation;
using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Rotation;

/// <summary>Campaigns after a breach: which tokens still need proof that they were replaced.</summary>
public static class CampaignReport
{
    /// <summary>Writes for people at a terminal.</summary>
    public static void Write(IReadOnlyList<RotationCampaign> campaigns, TokenRegistry? registry, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var campaign in campaigns)
        {
            var open = campaign.Open(registry);
            var outcome = open.Count == 0 ? Outcome.Passed : Outcome.Failed;
            screen.Paragraph(0, $"{screen.Mark(outcome)} {campaign.Id}: ", open.Count == 0 ? Ink.Good : Ink.Error, $"{campaign.Place}, since {CampaignFile.TextOf(campaign.Since)}: {campaign.Tokens.Count - open.Count} of {Words.Count(campaign.Tokens.Count, "token")} replaced since");
            foreach (var token in campaign.Tokens)
            {
                if (!open.Contains(token))
                {
                    screen.Paragraph(2, "replaced ", Ink.Good, token.Name + ProofOf(token, registry));
                    continue;
                }

                screen.Paragraph(2, "open ", Ink.Error, token.Name + (registry?.Find(token.Name) is { } entry ? entry["owner"] is { } owner ? $", owner {owner}" : "" : ", not registered"));
                foreach (var place in token.Places)
                {
                    screen.Paragraph(7, "reached in ", Ink.Faint, place);
                }
            }
        }
    }

    /// <summary>Writes JSON; the schema is <c>campaigns.schema.json</c>.</summary>
    public static void WriteJson(IReadOnlyList<RotationCampaign> campaigns, TokenRegistry? registry, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("campaigns");
        foreach (var campaign in campaigns)
        {
            var open = campaign.Open(registry);
            json.StartObject();
            json.Text("id", campaign.Id);
            json.Text("since", CampaignFile.TextOf(campaign.Since));
            json.Text("started", CampaignFile.TextOf(campaign.Started));
            json.Text("place", campaign.Place.ToString());
            json.Flag("done", open.Count == 0);
            json.StartArray("tokens");
            foreach (var token in campaign.Tokens)
            {
                json.StartObject();
                json.Text("token", token.Name);
                json.Flag("replaced", !open.Contains(token));
                json.Text("replaced_at", token.Replaced is { } time ? CampaignFile.TextOf(time) : registry?.Find(token.Name)?["rotated"]);
                json.Text("evidence", token.Evidence ?? registry?.Find(token.Name)?["rotation_evidence"]);
                json.Items("places", token.Places);
                json.EndObject();
            }

            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static string ProofOf(CampaignToken token, TokenRegistry? registry)
    {
        var when = token.Replaced is { } time ? CampaignFile.TextOf(time) : registry?.Find(token.Name)?["rotated"];
        var evidence = token.Evidence ?? registry?.Find(token.Name)?["rotation_evidence"];
        return $" {when}{(evidence is null ? "" : $", {evidence}")}";
    }
}

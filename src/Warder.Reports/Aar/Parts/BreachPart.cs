using System.Text.Json.Nodes;
using Warder.Engine.Registry;
using Warder.Engine.Rotation;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar.Parts;

/// <summary>What a breach had within reach, and the campaigns to replace it.</summary>
internal static class BreachPart
{
    public static JsonObject Of(AarFacts facts)
    {
        var registry = facts.Validation.Audit.Repository.Registry;
        var breach = facts.Breach;
        var campaign = breach?.Campaign;
        var open = campaign?.Open(registry) ?? [];
        return new JsonObject
        {
            ["known"] = campaign is not null,
            ["place"] = campaign?.Place.ToString(),
            ["since"] = campaign is null ? null : ModelText.Time(campaign.Since),
            ["in_repository"] = breach?.IsKnown ?? false,
            ["campaign"] = breach is { IsStarted: true } ? campaign!.Id : null,
            ["tokens"] = campaign?.Tokens.Count ?? 0,
            ["open"] = open.Count,
            ["reached"] = ModelText.List(campaign?.Tokens ?? [], t => TokenOf(t, campaign!, registry)),
        };
    }

    /// <summary>The campaigns of the repository, each with what is still open.</summary>
    public static JsonArray CampaignsOf(AarFacts facts)
    {
        var registry = facts.Validation.Audit.Repository.Registry;
        return ModelText.List(facts.Campaigns, c => new JsonObject
        {
            ["id"] = c.Id,
            ["place"] = c.Place.ToString(),
            ["since"] = ModelText.Time(c.Since),
            ["started"] = ModelText.Time(c.Started),
            ["tokens"] = c.Tokens.Count,
            ["open"] = c.Open(registry).Count,
        });
    }

    /// <summary>What is known of the course of things, oldest first.</summary>
    public static JsonArray TimelineOf(AarFacts facts)
    {
        var rows = new List<(DateTimeOffset Time, string What)>();
        if (facts.Breach is { Campaign: var campaign, IsStarted: var isStarted })
        {
            rows.Add((campaign.Since, $"The breach of {campaign.Place} begins, as far as is known."));
            if (isStarted)
            {
                rows.Add((campaign.Started, $"Rotation campaign {campaign.Id} is started: {Words.Count(campaign.Tokens.Count, "token")} within reach."));
            }

            rows.AddRange(campaign.Tokens.Where(t => t.Replaced is not null).Select(t => (t.Replaced!.Value, $"{t.Name} is replaced{(t.Evidence is { } evidence ? $" ({evidence})" : "")}.")));
            var path = campaign.Place.Workflow;
            rows.AddRange((facts.Activity?.Touching(p => p == path) ?? []).Select(c => (c.Committed, $"{c.Author} changes {path}: {c.Subject} ({GitPart.Short(c.Id)})")));
        }

        return ModelText.List(rows.OrderBy(r => r.Time).ThenBy(r => r.What, StringComparer.Ordinal), r => new JsonObject { ["time"] = ModelText.Time(r.Time), ["what"] = r.What });
    }

    private static JsonObject TokenOf(CampaignToken token, RotationCampaign campaign, TokenRegistry? registry)
    {
        var entry = registry?.Find(token.Name);
        return new JsonObject
        {
            ["token"] = token.Name,
            ["registered"] = entry is not null,
            ["owner"] = entry?["owner"],
            ["permissions"] = ModelText.Texts(entry?.Permissions?.Select(p => p.Text) ?? []),
            ["replaced"] = campaign.IsReplaced(token, registry),
            ["replaced_at"] = ModelText.Time(token.Replaced) ?? entry?["rotated"],
            ["evidence"] = token.Evidence,
            ["places"] = ModelText.Texts(token.Places),
        };
    }
}

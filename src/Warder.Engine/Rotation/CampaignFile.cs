using System.Globalization;
using System.Text.Json;

namespace Warder.Engine.Rotation;

/// <summary>Reads and writes a campaign as JSON; it lies in the repository, so that its history is the repository's.</summary>
public static class CampaignFile
{
    /// <summary>The folder of campaigns, relative to the repository.</summary>
    public const string Folder = ".warder/campaigns";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Where a campaign lies.</summary>
    public static string PathOf(string id) => $"{Folder}/{id}.json";

    /// <summary>Writes it.</summary>
    public static string Write(RotationCampaign campaign)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("id", campaign.Id);
            json.WriteString("since", TextOf(campaign.Since));
            json.WriteString("started", TextOf(campaign.Started));
            json.WriteString("workflow", campaign.Place.Workflow);
            json.WriteString("action", campaign.Place.Action);
            json.WriteStartArray("tokens");
            foreach (var token in campaign.Tokens)
            {
                json.WriteStartObject();
                json.WriteString("token", token.Name);
                json.WriteStartArray("places");
                foreach (var place in token.Places)
                {
                    json.WriteStringValue(place);
                }

                json.WriteEndArray();
                json.WriteString("replaced", token.Replaced is { } replaced ? TextOf(replaced) : null);
                json.WriteString("evidence", token.Evidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads it; null, with the reason, where it is none.</summary>
    public static RotationCampaign? Read(string text, out string? because)
    {
        because = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new RotationCampaign
            {
                Id = root.GetProperty("id").GetString()!,
                Since = TimeOf(root.GetProperty("since")),
                Started = TimeOf(root.GetProperty("started")),
                Place = new BreachedPlace(root.GetProperty("workflow").GetString(), root.GetProperty("action").GetString()),
                Tokens = [.. root.GetProperty("tokens").EnumerateArray().Select(TokenOf)],
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            because = wrong.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>A moment as it is written everywhere.</summary>
    public static string TextOf(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static CampaignToken TokenOf(JsonElement token) => new(
        token.GetProperty("token").GetString()!,
        [.. token.GetProperty("places").EnumerateArray().Select(p => p.GetString()!)],
        token.GetProperty("replaced").ValueKind == JsonValueKind.Null ? null : TimeOf(token.GetProperty("replaced")),
        token.GetProperty("evidence").GetString());

    private static DateTimeOffset TimeOf(JsonElement value) =>
        DateTimeOffset.ParseExact(value.GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

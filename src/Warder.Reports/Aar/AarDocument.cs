using System.Text.Json;
using System.Text.Json.Nodes;
using Warder.Reports.Documents;
using Warder.Reports.Templates;

namespace Warder.Reports.Aar;

/// <summary>A report as its two files hold it.</summary>
/// <param name="Markdown">The Markdown, with what people wrote into the file that was there.</param>
/// <param name="Json">The JSON.</param>
public sealed record AarDocument(string Markdown, string Json)
{
    private const string NotOurs = "it was not made by Warder, and is not written over; move it away first";

    /// <summary>The name of a kind's template: <c>aar/health.md</c>. Its pieces lie under <c>aar/parts/</c>.</summary>
    public static string TemplateOf(AarKind kind) => $"aar/{AarWords.NameOf(kind)}.md";

    /// <summary>Whether a Markdown file is such a report of Warder's.</summary>
    public static bool IsOurs(string markdown, AarKind kind) => KeptParts.IsOurs(markdown, AarWords.MarkOf(kind));

    /// <summary>Whether a JSON file is a report of Warder's.</summary>
    public static bool IsOurs(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Object
                && schema.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(AarModel.SchemaName);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Makes a report; null, with the reason as half a sentence, where the files that are there stand in the way.</summary>
    /// <param name="model">Its model.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="markdown">The Markdown that is there; null for none yet.</param>
    /// <param name="json">The JSON that is there; null for none yet.</param>
    /// <param name="own">The user's own text of a template or a piece; null where there is none.</param>
    /// <param name="because">Why not.</param>
    /// <exception cref="TemplateException">A template of the user's is broken.</exception>
    public static AarDocument? Make(JsonObject model, AarKind kind, string? markdown, string? json, Func<string, (string Path, string Text)?> own, out string? because)
    {
        because = (markdown is not null && !IsOurs(markdown, kind)) || (json is not null && !IsOurs(json)) ? NotOurs : null;
        var kept = because is not null ? null : markdown is null ? KeptParts.None : KeptParts.Read(markdown, AarWords.MarkOf(kind), out because);
        if (kept is null)
        {
            return null;
        }

        var name = TemplateOf(kind);
        var template = own(name) is { } mine ? Template.Parse(mine.Path, mine.Text) : Template.BuiltIn(name);
        var text = template.Render(model, new TemplateSetting
        {
            Format = TemplateFormat.Markdown,
            Parts = part => own(part)?.Text ?? BuiltInTemplates.Find(part),
            Kept = kept.Below(KeptParts.MarkOf(AarWords.MarkOf(kind))),
        });
        return new AarDocument(text, ModelText.Json(model));
    }
}

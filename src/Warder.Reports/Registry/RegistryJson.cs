using System.Globalization;
using Warder.Engine.Registry;
using Warder.Reports.Json;

namespace Warder.Reports.Registry;

/// <summary>A registry as JSON.</summary>
public sealed class RegistryJson : IRegistryReport
{
    /// <inheritdoc/>
    public void Write(TokenRegistry registry, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.Text("registry", registry.Source.Path);
        json.Flag("readable", registry.IsReadable);
        json.StartArray("entries");
        foreach (var entry in registry.Entries)
        {
            json.StartObject();
            WriteEntry(json, entry);
            json.EndObject();
        }

        json.EndArray();
        json.Number("problems", registry.Problems.Count);
        json.EndObject();
        json.Finish();
    }

    /// <summary>Writes the properties of an entry into the object that is open.</summary>
    internal static void WriteEntry(JsonOutput json, TokenEntry entry)
    {
        json.Text("token", entry.Name);
        json.Text("id", entry.Id);
        json.Text("category", entry.Category);
        json.Text("status", Words.Of(entry.Status));
        json.StartObject("fields");
        foreach (var (key, field) in entry.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            json.Text(key, field.Text);
        }

        json.EndObject();
        WriteList(json, "permissions", entry.Permissions?.Select(p => p.Text));
        WriteList(json, "authorized_workflows", entry.AuthorizedWorkflows?.Select(p => p.Text));
        WriteList(json, "authorized_scripts", entry.AuthorizedScripts?.Select(p => p.Text));
        json.Flag("restricted", entry.Restricted);
        json.Text("risk", entry.Risk is { } risk ? Words.Of(risk) : null);
        json.Text("created", DateOf(entry.Created));
        json.Text("rotated", DateOf(entry.Rotated));
        json.Text("expires", DateOf(entry.Expires));
        if (entry.RotationDays is { } days)
        {
            json.Number("rotation_days", days);
        }
        else
        {
            json.Null("rotation_days");
        }

        json.Text("deprecation_date", DateOf(entry.DeprecationDate));
    }

    internal static string? DateOf(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteList(JsonOutput json, string name, IEnumerable<string>? texts)
    {
        if (texts is null)
        {
            json.Null(name);
        }
        else
        {
            json.Items(name, texts);
        }
    }
}

using System.Globalization;
using Warder.Engine.Registry;
using Warder.Reports.Console;

namespace Warder.Reports.Registry;

/// <summary>A registry for people at a terminal.</summary>
public sealed class RegistryConsole : IRegistryReport
{
    private const int LabelWidth = 22;

    /// <summary>Fields that are told as what they mean, after those told as they are written.</summary>
    private static readonly HashSet<string> Typed = new(StringComparer.Ordinal) { "restricted", "risk", "created", "rotated", "expires", "rotation_days", "deprecation_date" };

    /// <inheritdoc/>
    public void Write(TokenRegistry registry, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        if (options.Verbose)
        {
            foreach (var entry in registry.Entries)
            {
                screen.Show(entry.Name, Ink.Strong).Space(1).Sign(Words.Of(entry.Status), InkOf(entry.Status)).EndLine();
                PrintEntry(screen, entry);
                screen.EndLine();
            }
        }
        else if (registry.Entries.Count > 0)
        {
            PrintTable(screen, registry);
        }

        var problems = registry.Problems.Count == 0 ? "" : $"; {Words.Count(registry.Problems.Count, "problem")}, see 'warder registry check'";
        var entries = registry.Entries.Count == 1 ? "1 entry" : $"{registry.Entries.Count.ToString(CultureInfo.InvariantCulture)} entries";
        screen.Paragraph(0, "", Ink.Plain, $"{entries} in {registry.Source.Path}{problems}");
    }

    /// <summary>Prints what an entry says, one line for each field.</summary>
    internal static void PrintEntry(Screen screen, TokenEntry entry)
    {
        PrintField(screen, "entry", $"{entry.Category}.{entry.Id}");
        foreach (var (key, field) in entry.Fields.Where(f => !Typed.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            PrintField(screen, key, field.Text);
        }

        PrintField(screen, "permissions", Join(entry.Permissions?.Select(p => p.Text)));
        PrintField(screen, "authorized_workflows", Join(entry.AuthorizedWorkflows?.Select(p => p.Text)));
        PrintField(screen, "authorized_scripts", Join(entry.AuthorizedScripts?.Select(p => p.Text)));
        PrintField(screen, "restricted", entry.Restricted ? "yes" : null);
        PrintField(screen, "risk", entry.Risk is { } risk ? Words.Of(risk) : null);
        PrintField(screen, "created", RegistryJson.DateOf(entry.Created));
        PrintField(screen, "rotated", RegistryJson.DateOf(entry.Rotated));
        PrintField(screen, "expires", RegistryJson.DateOf(entry.Expires));
        PrintField(screen, "rotation_days", entry.RotationDays?.ToString(CultureInfo.InvariantCulture));
        PrintField(screen, "deprecation_date", RegistryJson.DateOf(entry.DeprecationDate));
    }

    private static void PrintTable(Screen screen, TokenRegistry registry)
    {
        var table = new TextTable("TOKEN", "STATUS", "CATEGORY", "BOT", "PERMISSIONS");
        foreach (var entry in registry.Entries)
        {
            string[] cells =
            [
                entry.Name, Words.Of(entry.Status), entry.Category, entry.BotIdentity ?? "-",
                Join(entry.Permissions?.Select(p => p.Text)) ?? "-",
            ];
            table.Add(InkOf(entry.Status), cells);
        }

        table.Print(screen);
        screen.EndLine();
    }

    private static void PrintField(Screen screen, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            screen.Paragraph(2, Text.PlainText.OneLine(label).PadRight(LabelWidth), Ink.Faint, text);
        }
    }

    private static string? Join(IEnumerable<string>? texts) => texts is null ? null : string.Join(", ", texts);

    private static Ink InkOf(TokenStatus status) => status switch
    {
        TokenStatus.Registered => Ink.Good,
        TokenStatus.Deprecated => Ink.Warning,
        _ => Ink.Critical,
    };
}

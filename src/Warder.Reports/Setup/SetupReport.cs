using Warder.Engine.Setup;
using Warder.Reports.Console;

namespace Warder.Reports.Setup;

/// <summary>The plan of a setup, for people at a terminal.</summary>
public static class SetupReport
{
    private const int LabelWidth = 8;

    /// <summary>Writes it.</summary>
    public static void Write(IReadOnlyList<SetupItem> plan, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var item in plan.Where(i => i.Deed != SetupDeed.Folder || i == plan.First(p => p.Deed == SetupDeed.Folder)))
        {
            var (word, ink) = WordOf(item.Deed);
            var path = item.Deed == SetupDeed.Folder ? string.Join(", ", plan.Where(p => p.Deed == SetupDeed.Folder).Select(p => p.Path)) : item.Path;
            screen.Paragraph(2, word.PadRight(LabelWidth), ink, $"{path}: {item.What}");
        }
    }

    private static (string Word, Ink Ink) WordOf(SetupDeed deed) => deed switch
    {
        SetupDeed.Create => ("create", Ink.Good),
        SetupDeed.Add => ("add to", Ink.Good),
        SetupDeed.Folder => ("folder", Ink.Good),
        SetupDeed.Keep => ("keep", Ink.Faint),
        _ => ("by hand", Ink.Warning),
    };
}

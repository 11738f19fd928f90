using System.Globalization;
using System.Text;

namespace Warder.Engine.Rotation;

/// <summary>Writes due days as an iCalendar file (RFC 5545): one all-day event for each token, with an alarm a week before.</summary>
public static class RotationCalendar
{
    // A line has at most 75 octets; what is longer goes on after a line break and a space.
    private const int LineOctets = 75;

    /// <summary>Writes it.</summary>
    /// <param name="rotations">The tokens; those without a day are left out.</param>
    /// <param name="repository">The repository's name, part of each event's identity.</param>
    /// <param name="stamp">When the calendar is made.</param>
    /// <param name="output">Where to; lines end as the format asks.</param>
    public static void Write(IEnumerable<TokenRotation> rotations, string repository, DateTimeOffset stamp, TextWriter output)
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN:VCALENDAR");
        Line(calendar, "VERSION:2.0");
        Line(calendar, "PRODID:-//Warder//Token rotation//EN");
        Line(calendar, "CALSCALE:GREGORIAN");
        foreach (var rotation in rotations)
        {
            if (rotation.Due is { } due)
            {
                Event(calendar, rotation, due, repository, stamp);
            }
        }

        Line(calendar, "END:VCALENDAR");
        output.Write(calendar);
    }

    private static void Event(StringBuilder calendar, TokenRotation rotation, DateOnly due, string repository, DateTimeOffset stamp)
    {
        var entry = rotation.Entry;
        Line(calendar, "BEGIN:VEVENT");
        Line(calendar, "UID:" + Escape($"{entry.Name.ToLowerInvariant()}@{repository}.warder"));
        Line(calendar, "DTSTAMP:" + stamp.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(calendar, "DTSTART;VALUE=DATE:" + due.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(calendar, "SUMMARY:" + Escape($"Replace {entry.Name} ({repository})"));
        var owner = entry["owner"] is { } name ? $"Owner: {name}. " : "";
        var runbook = entry["runbook"] is { } place ? $" How: {place}" : "";
        Line(calendar, "DESCRIPTION:" + Escape($"{owner}Due because of {rotation.Because}.{runbook}"));
        Line(calendar, "TRANSP:TRANSPARENT");
        Line(calendar, "BEGIN:VALARM");
        Line(calendar, "ACTION:DISPLAY");
        Line(calendar, "TRIGGER:-P7D");
        Line(calendar, "DESCRIPTION:" + Escape($"{entry.Name} is due in a week"));
        Line(calendar, "END:VALARM");
        Line(calendar, "END:VEVENT");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A line, folded so that no character is cut.</summary>
    private static void Line(StringBuilder calendar, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}

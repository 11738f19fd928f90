using System.Globalization;
using Warder.Engine.Findings;

namespace Warder.Reports.Console;

/// <summary>Prints one finding with its code frame.</summary>
internal sealed class FindingPrinter
{
    private readonly Screen _screen;
    private readonly FrameSource _frames;
    private readonly string _prefix;
    private readonly bool _verbose;

    public FindingPrinter(Screen screen, FrameSource frames, string prefix, bool verbose)
    {
        _screen = screen;
        _frames = frames;
        _prefix = prefix;
        _verbose = verbose;
    }

    public void Print(Finding finding)
    {
        _screen.Paragraph(2, $"{Words.Of(finding.Severity)}[{finding.Rule.Slug}] ", Screen.InkOf(finding.Severity), finding.Message, Ink.Strong);
        var location = finding.Location;
        _screen.Space(4).Sign("--> ", Ink.Faint).Show($"{_prefix}{location.Path}:{location.Start}").EndLine();
        if (finding.Job is not null)
        {
            var place = finding.Step is null ? $"job {finding.Job}" : $"job {finding.Job}, {Words.Step(finding.Step)}";
            _screen.Paragraph(4, " in ", Ink.Faint, place);
        }

        PrintFrame(finding);
        PrintNote("why", finding.Why);
        PrintNote("hint", finding.Hint);
        foreach (var (place, message) in finding.Related)
        {
            PrintNote("see", $"{_prefix}{place.Path}:{place.Start} {message}");
        }

        if (_verbose)
        {
            PrintNote("about", $"confidence {Words.Of(finding.Confidence)}, persona {Words.Of(finding.Persona)}, fingerprint {finding.Fingerprint}");
        }

        _screen.EndLine();
    }

    private void PrintNote(string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _screen.Paragraph(4, $"= {label}: ", Ink.Faint, text);
        }
    }

    private void PrintFrame(Finding finding)
    {
        if (_frames.Of(finding) is not { } frame)
        {
            return;
        }

        var (start, end) = (finding.Location.Start, finding.Location.End);
        var digits = (frame.FirstLine + frame.Lines.Count - 1).ToString(CultureInfo.InvariantCulture).Length;
        var gutter = Math.Max(digits, 3);
        var room = _screen.Width - gutter - 5;
        for (var i = 0; i < frame.Lines.Count; i++)
        {
            var number = frame.FirstLine + i;
            var text = frame.Lines[i];
            var from = number == start.Line ? start.Column - 1 : IndentOf(text);
            var to = number == end.Line ? end.Column - 1 : text.TrimEnd().Length;
            var line = FrameLine.Lay(text, from, Math.Max(from, to), room, _screen.Ellipsis);
            _screen.Space(2).Sign(number.ToString(CultureInfo.InvariantCulture).PadLeft(gutter), Ink.Faint).Sign(" |", Ink.Faint);
            if (line.Text.Length > 0)
            {
                _screen.Space(1).Sign(line.Text);
            }

            _screen.EndLine();

            // The audit keeps no more than the start of a very long line; what lies past it has no underline.
            if (number >= start.Line && number <= end.Line && from <= text.Length && line.Underline.Length > 0)
            {
                _screen.Space(2 + gutter).Sign(" | ", Ink.Faint).Sign(line.Underline, Screen.InkOf(finding.Severity)).EndLine();
            }
        }

        if (end.Line > frame.FirstLine + frame.Lines.Count - 1 && end.Column > 1)
        {
            _screen.Space(2 + gutter).Sign(" | ", Ink.Faint).Sign(_screen.Ellipsis, Ink.Faint).EndLine();
        }
    }

    private static int IndentOf(string text) => text.Length - text.AsSpan().TrimStart().Length;
}

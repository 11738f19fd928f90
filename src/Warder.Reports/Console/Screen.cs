using Warder.Engine.Findings;
using Warder.Reports.Text;

namespace Warder.Reports.Console;

/// <summary>
/// Writes to a terminal. Text of the repository goes in through <see cref="Show"/> alone, which takes away whatever could steer
/// the terminal; <see cref="Sign"/> is for Warder's own signs.
/// </summary>
public sealed class Screen
{
    private const int Narrowest = 30;
    private const int LeastRoom = 16;
    private readonly TextWriter _output;
    private readonly bool _color;
    private readonly bool _ascii;

    /// <summary>Over a writer.</summary>
    public Screen(TextWriter output, ReportOptions options)
    {
        _output = output;
        _color = options.Color;
        _ascii = options.Ascii;
        Width = Math.Max(options.Width, Narrowest);
    }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>The sign that something was cut.</summary>
    public string Ellipsis => _ascii ? "..." : "\u2026";

    /// <summary>Writes text of the repository in one line.</summary>
    public Screen Show(string text, Ink ink = Ink.Plain)
    {
        Sign(PlainText.OneLine(text), ink);
        return this;
    }

    /// <summary>Writes a sign of Warder's own.</summary>
    public Screen Sign(string text, Ink ink = Ink.Plain)
    {
        var code = _color && text.Length > 0 ? CodeOf(ink) : null;
        if (code is null)
        {
            _output.Write(text);
        }
        else
        {
            _output.Write("\u001b[");
            _output.Write(code);
            _output.Write('m');
            _output.Write(text);
            _output.Write("\u001b[0m");
        }

        return this;
    }

    /// <summary>Writes spaces.</summary>
    public Screen Space(int count)
    {
        for (; count > 0; count--)
        {
            _output.Write(' ');
        }

        return this;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine() => _output.Write('\n');

    /// <summary>A label, then a text in as many lines as it needs, each starting under the first.</summary>
    public void Paragraph(int indent, string label, Ink labelInk, string text, Ink ink = Ink.Plain)
    {
        var at = indent + DisplayWidth.Of(label);
        var hang = at > Width / 2 ? indent + 2 : at;
        var fits = Width - at >= LeastRoom;
        var room = Math.Max(Width - hang, LeastRoom);
        var lines = TextWrap.Wrap(PlainText.OneLine(text), fits ? Width - at : room, room);
        Space(indent).Sign(fits ? label : label.TrimEnd(), labelInk);
        if (!fits)
        {
            EndLine();
            Space(hang);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                Space(hang);
            }

            Sign(lines[i], ink);
            EndLine();
        }
    }

    /// <summary>The sign of a verdict.</summary>
    internal string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Passed => _ascii ? "ok" : "\u2713",
        Outcome.Failed => _ascii ? "x" : "\u2717",
        _ => "!",
    };

    /// <summary>The look of a severity.</summary>
    public static Ink InkOf(Severity severity) => severity switch
    {
        Severity.Critical => Ink.Critical,
        Severity.Error => Ink.Error,
        Severity.Warning => Ink.Warning,
        _ => Ink.Info,
    };

    private static string? CodeOf(Ink ink) => ink switch
    {
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Critical => "1;31",
        Ink.Error => "31",
        Ink.Warning => "33",
        Ink.Info => "36",
        Ink.Good => "32",
        _ => null,
    };
}

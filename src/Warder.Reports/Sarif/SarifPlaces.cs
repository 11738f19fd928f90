using System.Text;
using Warder.Engine.Findings;
using Warder.Reports.Json;
using Warder.Syntax;

namespace Warder.Reports.Sarif;

/// <summary>Writes places.</summary>
internal static class SarifPlaces
{
    public const string Root = "SRCROOT";

    public static void Write(JsonOutput json, string path, LinePosition start, LinePosition end, CodeFrame? frame)
    {
        json.StartObject("physicalLocation");
        WriteArtifact(json, path);
        WriteRegion(json, start, end, frame);
        json.EndObject();
    }

    public static void WriteFile(JsonOutput json, string path, LinePosition? position)
    {
        json.StartObject("physicalLocation");
        WriteArtifact(json, path);
        if (position is { } place)
        {
            json.StartObject("region");
            json.Number("startLine", place.Line);
            json.Number("startColumn", place.Column);
            json.EndObject();
        }

        json.EndObject();
    }

    /// <summary>The path as a relative reference: each segment escaped, so that no name can become a scheme or a query.</summary>
    public static string UriOf(string path)
    {
        var uri = new StringBuilder(path.Length);
        var first = true;
        foreach (var segment in path.Split('/'))
        {
            if (!first)
            {
                uri.Append('/');
            }

            uri.Append(Uri.EscapeDataString(segment));
            first = false;
        }

        return uri.ToString();
    }

    private static void WriteArtifact(JsonOutput json, string path)
    {
        json.StartObject("artifactLocation");
        json.Text("uri", UriOf(path));
        json.Text("uriBaseId", Root);
        json.EndObject();
    }

    private static void WriteRegion(JsonOutput json, LinePosition start, LinePosition end, CodeFrame? frame)
    {
        json.StartObject("region");
        json.Number("startLine", start.Line);
        json.Number("startColumn", start.Column);
        json.Number("endLine", end.Line);
        json.Number("endColumn", end.Column);
        var snippet = SnippetOf(start, end, frame);
        if (snippet is { Length: > 0 })
        {
            WriteSnippet(json, snippet);
        }

        json.EndObject();
        if (snippet is not null && frame is not null && IsPart(start, end, frame))
        {
            json.StartObject("contextRegion");
            json.Number("startLine", frame.FirstLine);
            json.Number("endLine", frame.FirstLine + frame.Lines.Count - 1);
            WriteSnippet(json, string.Join('\n', frame.Lines));
            json.EndObject();
        }
    }

    private static void WriteSnippet(JsonOutput json, string text)
    {
        json.StartObject("snippet");
        json.Text("text", text);
        json.EndObject();
    }

    /// <summary>The text of a region; null where the frame does not hold all of it.</summary>
    private static string? SnippetOf(LinePosition start, LinePosition end, CodeFrame? frame)
    {
        if (frame is null || start.Line < frame.FirstLine || end.Line > frame.FirstLine + frame.Lines.Count - 1 || end < start)
        {
            return null;
        }

        var first = frame.Lines[start.Line - frame.FirstLine];
        var last = frame.Lines[end.Line - frame.FirstLine];
        if (start.Column - 1 > first.Length || end.Column - 1 > last.Length)
        {
            return null;
        }

        if (start.Line == end.Line)
        {
            return first[(start.Column - 1)..(end.Column - 1)];
        }

        var text = new StringBuilder(first[(start.Column - 1)..]);
        for (var line = start.Line + 1; line < end.Line; line++)
        {
            text.Append('\n').Append(frame.Lines[line - frame.FirstLine]);
        }

        return text.Append('\n').Append(last.AsSpan(0, end.Column - 1)).ToString();
    }

    /// <summary>Whether the region leaves something of the frame out: a context must be larger than what it surrounds.</summary>
    private static bool IsPart(LinePosition start, LinePosition end, CodeFrame frame)
    {
        var lastLine = frame.FirstLine + frame.Lines.Count - 1;
        return start.Line > frame.FirstLine || start.Column > 1 || end.Line < lastLine || end.Column - 1 < frame.Lines[^1].Length;
    }
}

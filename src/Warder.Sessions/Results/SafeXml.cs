using System.Xml;

namespace Warder.Sessions.Results;

/// <summary>Opens XML that nobody vouches for: no entities, nothing fetched, limits on depth and size.</summary>
internal static class SafeXml
{
    private const long MostCharacters = 512L * 1024 * 1024;
    private const int Deepest = 100;
    private const int LongestText = 300;

    /// <summary>A reader that stands before the first node. A document type is passed over, and what it declares is unknown.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    /// <summary>Reads on to the next node.</summary>
    /// <exception cref="XmlException">It is nested too deep, or is no XML.</exception>
    public static bool Next(XmlReader reader)
    {
        var isThere = reader.Read();
        return reader.Depth > Deepest ? throw new XmlException("It is nested too deep.") : isThere;
    }

    /// <summary>An attribute, cut short and on one line; empty where there is none.</summary>
    public static string Attribute(XmlReader reader, string name)
    {
        var text = reader.GetAttribute(name) ?? "";
        return OneLine(text);
    }

    /// <summary>The first line of a text that says something, cut short.</summary>
    public static string OneLine(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\n', '\r');
        line = end >= 0 ? line[..end].TrimEnd() : line;
        line = line.Length > LongestText ? line[..LongestText] : line;
        return string.Create(line.Length, line, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            }
        });
    }

    /// <summary>An attribute as a number; 0 where it is none.</summary>
    public static double Number(XmlReader reader, string name) =>
        double.TryParse((reader.GetAttribute(name) ?? "").Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0 ? number : 0;
}

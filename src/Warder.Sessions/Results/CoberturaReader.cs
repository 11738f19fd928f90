using System.Globalization;
using System.Xml;

namespace Warder.Sessions.Results;

/// <summary>Reads coverage in the form of Cobertura, root <c>coverage</c>.</summary>
internal static class CoberturaReader
{
    /// <summary>The lines of a file: as its root says, else counted one by one.</summary>
    public static Coverage Read(XmlReader reader)
    {
        if (long.TryParse(reader.GetAttribute("lines-covered"), NumberStyles.None, CultureInfo.InvariantCulture, out var covered)
            && long.TryParse(reader.GetAttribute("lines-valid"), NumberStyles.None, CultureInfo.InvariantCulture, out var valid))
        {
            return new Coverage(Math.Min(covered, valid), valid);
        }

        var counted = new Coverage(0, 0);
        var isInMethod = false;
        while (SafeXml.Next(reader))
        {
            if (reader.LocalName == "methods")
            {
                // Lines stand in the method and again in the class.
                isInMethod = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "line" && !isInMethod)
            {
                counted += new Coverage(SafeXml.Number(reader, "hits") > 0 ? 1 : 0, 1);
            }
        }

        return counted;
    }
}

using System.Xml;

namespace Warder.Sessions.Results;

/// <summary>Reads a file that a test tool has written, whatever it is.</summary>
public static class ResultFile
{
    private const long LargestText = 256L * 1024 * 1024;

    /// <summary>Counts what the file holds; gives what could not be read, null where all was.</summary>
    /// <param name="path">The file; a link is not followed.</param>
    /// <param name="tally">Counts the tests.</param>
    /// <param name="coverage">What it says of coverage; null where it says nothing.</param>
    public static string? Read(string path, TestTally tally, out Coverage? coverage)
    {
        coverage = null;
        if (!Warder.Engine.Auditing.SpecialFile.IsPlainFile(path))
        {
            return "It is no plain file.";
        }

        try
        {
            using var stream = File.OpenRead(path);
            if (path.EndsWith(".info", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".out", StringComparison.OrdinalIgnoreCase))
            {
                if (stream.Length > LargestText)
                {
                    return "It is too large.";
                }

                using var text = new StreamReader(stream);
                coverage = path.EndsWith(".out", StringComparison.OrdinalIgnoreCase) ? LineCoverage.ReadGo(text) : LineCoverage.ReadLcov(text);
                return null;
            }

            using var reader = SafeXml.Open(stream);
            return ReadXml(reader, tally, ref coverage);
        }
        catch (XmlException wrong)
        {
            return $"It is no XML: {wrong.Message}";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return wrong.Message;
        }
    }

    private static string? ReadXml(XmlReader reader, TestTally tally, ref Coverage? coverage)
    {
        while (SafeXml.Next(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "testsuites" or "testsuite":
                    JUnitReader.Read(reader, tally);
                    return null;
                case "TestRun":
                    TrxReader.Read(reader, tally);
                    return null;
                case "coverage" when reader.GetAttribute("generated") is null:
                    coverage = CoberturaReader.Read(reader);
                    return null;
                default:
                    return "It is neither JUnit nor TRX nor Cobertura.";
            }
        }

        return "It is empty.";
    }
}

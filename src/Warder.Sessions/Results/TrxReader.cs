using System.Globalization;
using System.Xml;

namespace Warder.Sessions.Results;

/// <summary>Reads results in the form of Visual Studio, root <c>TestRun</c>.</summary>
internal static class TrxReader
{
    /// <summary>Counts the tests of a file.</summary>
    public static void Read(XmlReader reader, TestTally tally)
    {
        TestCase? open = null;
        var depth = 0;
        var isMessage = false;
        while (SafeXml.Next(reader))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "UnitTestResult" && open is null)
            {
                var test = new TestCase(SafeXml.Attribute(reader, "testName"), OutcomeOf(reader.GetAttribute("outcome")), SecondsOf(reader.GetAttribute("duration")), Message: null);
                if (reader.IsEmptyElement)
                {
                    tally.Add(test);
                    continue;
                }

                // Results within a result are the rows of one test with data: the outer one stands for them.
                (open, depth) = (test, reader.Depth);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && open is not null && reader.Depth == depth && reader.LocalName == "UnitTestResult")
            {
                tally.Add(open);
                open = null;
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                isMessage = reader.LocalName == "Message";
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && isMessage && open is { Message: null, Outcome: TestOutcome.Failed or TestOutcome.Error })
            {
                open = open with { Message = SafeXml.OneLine(reader.Value) };
            }
        }
    }

    private static TestOutcome OutcomeOf(string? outcome) => outcome switch
    {
        "Passed" or "Completed" or "PassedButRunAborted" or "Warning" => TestOutcome.Passed,
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" or "Disconnected" => TestOutcome.Skipped,
        "Error" or "Aborted" or "Timeout" => TestOutcome.Error,
        _ => TestOutcome.Failed,
    };

    private static double SecondsOf(string? duration) =>
        TimeSpan.TryParse(duration, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? time.TotalSeconds : 0;
}

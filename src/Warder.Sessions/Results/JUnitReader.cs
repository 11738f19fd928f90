using System.Xml;

namespace Warder.Sessions.Results;

/// <summary>Reads results in the form of JUnit. The tests themselves are counted: the sums that stand in the file differ from tool to tool.</summary>
internal static class JUnitReader
{
    /// <summary>Counts the tests of a file whose root is <c>testsuites</c> or <c>testsuite</c>.</summary>
    public static void Read(XmlReader reader, TestTally tally)
    {
        string? name = null;
        var (outcome, seconds, message) = (TestOutcome.Passed, 0.0, (string?)null);
        var isMessageDue = false;
        while (SafeXml.Next(reader))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                if (isMessageDue)
                {
                    message = SafeXml.OneLine(reader.Value);
                    isMessageDue = false;
                }

                continue;
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "testcase" && name is not null)
            {
                tally.Add(new TestCase(name, outcome, seconds, message));
                name = null;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            isMessageDue = false;
            if (reader.LocalName == "testcase")
            {
                var group = SafeXml.Attribute(reader, "classname");
                var own = SafeXml.Attribute(reader, "name");
                (name, outcome, message) = (group.Length == 0 || own.StartsWith(group, StringComparison.Ordinal) ? own : $"{group}.{own}", TestOutcome.Passed, null);
                seconds = SafeXml.Number(reader, "time");
                if (reader.IsEmptyElement)
                {
                    tally.Add(new TestCase(name, outcome, seconds, message));
                    name = null;
                }
            }
            else if (name is not null && OutcomeOf(reader.LocalName) is { } found && (outcome == TestOutcome.Passed || found == TestOutcome.Error))
            {
                outcome = found;
                message = SafeXml.Attribute(reader, "message") is { Length: > 0 } said ? said : null;
                isMessageDue = message is null && !reader.IsEmptyElement;
            }
        }
    }

    private static TestOutcome? OutcomeOf(string element) => element switch
    {
        "failure" => TestOutcome.Failed,
        "error" => TestOutcome.Error,
        "skipped" => TestOutcome.Skipped,
        _ => null,
    };
}

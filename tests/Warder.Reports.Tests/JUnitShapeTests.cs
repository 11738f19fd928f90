using System.Globalization;
using System.Xml;
using Warder.Engine.Findings;

namespace Warder.Reports.Tests;

/// <summary>Holds the XML to the elements and attributes that readers of JUnit XML agree on.</summary>
public sealed class JUnitShapeTests
{
    private static readonly Dictionary<string, (string[] Children, string[] Required, string[] Optional)> Shape = new()
    {
        ["testsuites"] = (["testsuite"], [], ["name", "tests", "failures", "errors", "time"]),
        ["testsuite"] = (["testcase", "properties", "system-out", "system-err"], ["name", "tests", "failures", "errors"], ["skipped", "time", "timestamp", "hostname", "id", "package"]),
        ["testcase"] = (["skipped", "error", "failure", "system-out", "system-err"], ["name"], ["classname", "time"]),
        ["failure"] = ([], [], ["type", "message"]),
        ["error"] = ([], [], ["type", "message"]),
        ["skipped"] = ([], [], ["type", "message"]),
        ["system-out"] = ([], [], []),
    };

    [Theory]
    [InlineData(Severity.Info)]
    [InlineData(Severity.Error)]
    public void Elements_and_attributes_are_those_that_readers_know(Severity failOn)
    {
        var document = Read(failOn);
        document.DocumentElement!.Name.ShouldBe("testsuites");
        Check(document.DocumentElement);
    }

    [Theory]
    [InlineData(Severity.Info)]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Critical)]
    public void Counts_are_those_of_the_cases(Severity failOn)
    {
        foreach (XmlElement suite in Read(failOn).SelectNodes("/testsuites/testsuite")!)
        {
            Number(suite, "tests").ShouldBe(suite.SelectNodes("testcase")!.Count);
            Number(suite, "failures").ShouldBe(suite.SelectNodes("testcase[failure]")!.Count);
            Number(suite, "errors").ShouldBe(suite.SelectNodes("testcase[error]")!.Count);
            Number(suite, "skipped").ShouldBe(suite.SelectNodes("testcase[skipped]")!.Count);
        }
    }

    private static XmlDocument Read(Severity failOn)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(Told.By(ReportFormat.JUnit, Samples.Options with { FailOn = failOn }, Samples.Rich(), Samples.Clean()));
        return document;
    }

    private static int Number(XmlElement suite, string name) => int.Parse(suite.GetAttribute(name), CultureInfo.InvariantCulture);

    private static void Check(XmlElement element)
    {
        var (children, required, optional) = Shape[element.Name];
        var attributes = element.Attributes.Cast<XmlAttribute>().Select(a => a.Name).ToList();
        required.Except(attributes).ShouldBeEmpty();
        attributes.Except(required).Except(optional).ShouldBeEmpty();
        foreach (var child in element.ChildNodes.OfType<XmlElement>())
        {
            children.ShouldContain(child.Name);
            Check(child);
        }
    }
}

using Warder.Sessions.Results;

namespace Warder.Sessions.Tests.Results;

public sealed class ResultFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warder-results-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void JUnit_is_counted_by_its_tests()
    {
        var tally = Read(
            """
            <?xml version="1.0"?>
            <testsuites tests="99"><testsuite name="s" tests="98" failures="7">
              <testcase classname="m" name="a" time="1.5"/>
              <testcase classname="m" name="m.b" time="0.5"><failure message="one &lt; two&#10;more">trace</failure></testcase>
              <testcase name="c"><error>first line
                second</error></testcase>
              <testcase name="d"><skipped/></testcase>
              <testcase name="e" time="1,002.5"><system-out>text</system-out></testcase>
              <testcase name="f"><failure/><error message="teardown"/></testcase>
            </testsuite></testsuites>
            """, out _).ShouldNotBeNull();
        (tally.Total, tally.Passed, tally.Failed, tally.Errors, tally.Skipped).ShouldBe((6, 2, 1, 2, 1));
        tally.Failures.Select(f => $"{f.Name}|{f.Message}").ShouldBe(["m.b|one < two", "c|first line", "f|teardown"]);
        tally.Slowest[0].Name.ShouldBe("e");
        tally.Slowest[1].ShouldBe(new TestCase("m.a", TestOutcome.Passed, 1.5, null));
    }

    [Fact]
    public void Trx_is_counted_by_its_results()
    {
        var tally = Read(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="A.B" outcome="Passed" duration="00:00:01.5"/>
              <UnitTestResult testName="A.C" outcome="Failed" duration="00:00:00.1"><Output><ErrorInfo><Message>no &amp; no
            at line</Message></ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="A.D" outcome="NotExecuted"/>
              <UnitTestResult testName="A.E" outcome="Passed"><InnerResults><UnitTestResult testName="A.E(1)" outcome="Passed"/></InnerResults></UnitTestResult>
            </Results></TestRun>
            """, out _)!;
        (tally.Passed, tally.Failed, tally.Skipped).ShouldBe((2, 1, 1));
        tally.Failures[0].Message.ShouldBe("no & no");
    }

    [Theory]
    [InlineData("<coverage line-rate='0.5' lines-covered='5' lines-valid='10'/>", 5, 10)]
    [InlineData("<!DOCTYPE coverage SYSTEM 'http://x/y.dtd'><coverage><packages><class><methods><method><lines><line number='1' hits='1'/></lines></method></methods><lines><line number='1' hits='1'/><line number='2' hits='0'/></lines></class></packages></coverage>", 1, 2)]
    public void Cobertura_is_read(string text, long covered, long valid)
    {
        Read(text, out var coverage);
        coverage.ShouldBe(new Coverage(covered, valid));
    }

    [Fact]
    public void Lcov_and_profiles_of_go_are_read()
    {
        Read("SF:a.js\nLF:10\nLH:7\nend_of_record\nSF:b.js\nLF:5\nLH:5\n", out var lcov, "lcov.info");
        lcov.ShouldBe(new Coverage(12, 15));
        Read("mode: set\na/b.go:1.2,3.4 3 1\na/b.go:5.2,6.4 2 0\n", out var go, "go-cover.out");
        go.ShouldBe(new Coverage(3, 5));
    }

    [Theory]
    [InlineData("", "no XML")]
    [InlineData("not xml", "no XML")]
    [InlineData("<html/>", "neither JUnit nor TRX")]
    [InlineData("<testsuite><testcase name='a'>", "no XML")]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><testsuite><testcase name='&b;'/></testsuite>", "no XML")]
    [InlineData("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='a'>&a;</testcase></testsuite>", "no XML")]
    public void What_is_no_result_is_told(string text, string because)
    {
        var path = Write(text, "x.xml");
        ResultFile.Read(path, new TestTally(), out _).ShouldNotBeNull().ShouldContain(because);
    }

    [Fact]
    public void What_is_nested_without_end_is_refused()
    {
        var path = Write("<testsuite>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), "x.xml");
        ResultFile.Read(path, new TestTally(), out _).ShouldNotBeNull().ShouldContain("too deep");
    }

    [Fact]
    public void A_link_is_not_read()
    {
        var link = Path.Join(_folder, "link.xml");
        File.CreateSymbolicLink(link, Write("<testsuite><testcase name='a'/></testsuite>", "x.xml"));
        ResultFile.Read(link, new TestTally(), out _).ShouldBe("It is no plain file.");
    }

    private TestTally? Read(string text, out Coverage? coverage, string name = "r.xml")
    {
        var tally = new TestTally();
        ResultFile.Read(Write(text, name), tally, out coverage).ShouldBeNull();
        return tally;
    }

    private string Write(string text, string name)
    {
        var path = Path.Join(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

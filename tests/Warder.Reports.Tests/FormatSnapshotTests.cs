using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Reports.Registry;
using Warder.Reports.Tokens;
using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class FormatSnapshotTests
{
    [Fact]
    public void Console_at_100() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options));

    [Fact]
    public void Console_at_40_in_ascii() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options with { Width = 40, Ascii = true }));

    [Fact]
    public void Console_in_colour() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options with { Color = true }).Replace('\u001b', '~'));

    [Fact]
    public void Console_verbose_with_two_repositories() =>
        Snapshot.Match(Tell(ReportFormat.Console, Samples.Options with { Verbose = true }, Samples.Rich("first"), Samples.Clean("second")));

    [Fact]
    public void Console_quiet() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options with { Quiet = true }));

    [Fact]
    public void Console_without_findings() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options, Samples.Clean()));

    [Fact]
    public void Console_without_registry() => Snapshot.Match(Tell(ReportFormat.Console, Samples.Options, Samples.WithoutRegistry()));

    [Fact]
    public void Json() => Snapshot.Match(Tell(ReportFormat.Json, Samples.Options));

    [Fact]
    public void Json_with_two_repositories() => Snapshot.Match(Tell(ReportFormat.Json, Samples.Options, Samples.WithoutRegistry(), Samples.Clean()));

    [Fact]
    public void Sarif() => Snapshot.Match(Tell(ReportFormat.Sarif, Samples.Options));

    [Fact]
    public void Sarif_with_two_repositories() => Snapshot.Match(Tell(ReportFormat.Sarif, Samples.Options, Samples.WithoutRegistry(), Samples.Clean()));

    [Fact]
    public void GitHub() => Snapshot.Match(Tell(ReportFormat.GitHub, Samples.Options));

    [Fact]
    public void Markdown() => Snapshot.Match(Tell(ReportFormat.Markdown, Samples.Options));

    [Fact]
    public void Markdown_with_two_repositories() => Snapshot.Match(Tell(ReportFormat.Markdown, Samples.Options, Samples.WithoutRegistry(), Samples.Clean()));

    [Fact]
    public void JUnit() => Snapshot.Match(Tell(ReportFormat.JUnit, Samples.Options));

    [Fact]
    public void JUnit_where_warnings_fail() => Snapshot.Match(Tell(ReportFormat.JUnit, Samples.Options with { FailOn = Severity.Warning }));

    [Fact]
    public void Tokens_in_json() => Snapshot.Match(Tokens(ReportFormat.Json, Samples.Options));

    [Fact]
    public void Tokens_at_60() => Snapshot.Match(Tokens(ReportFormat.Console, Samples.Options with { Width = 60 }));

    [Fact]
    public void Tokens_of_two_repositories() => Snapshot.Match(Tokens(ReportFormat.Console, Samples.Options, Samples.WithoutRegistry(), Samples.Clean()));

    [Theory]
    [InlineData(ReportFormat.Console)]
    [InlineData(ReportFormat.Json)]
    public void One_token(ReportFormat format)
    {
        var output = new StringWriter();
        TokenReports.For(format)!.WriteOne([Samples.Rich()], "deploy_key", Samples.Options, output).ShouldBeTrue();
        Snapshot.Match(output.ToString(), format == ReportFormat.Console ? "Console" : "Json");
    }

    [Theory]
    [InlineData(ReportFormat.Console)]
    [InlineData(ReportFormat.Json)]
    public void Registry(ReportFormat format)
    {
        var output = new StringWriter();
        RegistryReports.For(format)!.Write(Samples.Rich().Repository.Registry!, Samples.Options with { Width = 80 }, output);
        Snapshot.Match(output.ToString(), format == ReportFormat.Console ? "Console" : "Json");
    }

    [Fact]
    public void No_snapshot_is_left_behind() => Snapshot.Unclaimed().ShouldBeEmpty();

    private static string Tell(ReportFormat format, ReportOptions options, params AuditResult[] results) => Told.By(format, options, results);

    private static string Tokens(ReportFormat format, ReportOptions options, params AuditResult[] results)
    {
        var output = new StringWriter();
        TokenReports.For(format)!.WriteList(results.Length == 0 ? [Samples.Rich()] : results, options, output);
        return output.ToString();
    }
}

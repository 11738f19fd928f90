using Warder.Engine.Permissions.Scorecard;

namespace Warder.Engine.Tests.Permissions;

/// <summary>The documented scoring of Scorecard's Token-Permissions check.</summary>
public sealed class ScorecardTests
{
    private const string One = "\njobs: { a: { runs-on: x, steps: [ { run: x } ] } }";

    [Theory]
    [InlineData("on: push" + One, 0)]
    [InlineData("on: push\npermissions: {}" + One, 10)]
    [InlineData("on: push\npermissions: read-all" + One, 10)]
    [InlineData("on: push\npermissions: { contents: read }" + One, 10)]
    [InlineData("on: push\npermissions: write-all" + One, 0)]
    [InlineData("on: push\npermissions: write-all\njobs: { a: { runs-on: x, permissions: {}, steps: [ { run: x } ] } }", 9)]
    [InlineData("on: push\npermissions: write-all\njobs: { a: { runs-on: x, permissions: { contents: write }, steps: [ { run: x } ] } }", 0)]
    [InlineData("on: push\npermissions: { contents: write }" + One, 0)]
    [InlineData("on: push\npermissions: { packages: write }" + One, 0)]
    [InlineData("on: push\npermissions: { actions: write }" + One, 0)]
    [InlineData("on: push\npermissions: { deployments: write }" + One, 9)]
    [InlineData("on: push\npermissions: { security-events: write }" + One, 9)]
    [InlineData("on: push\npermissions: { checks: write }" + One, 9)]
    [InlineData("on: push\npermissions: { checks: write, statuses: write, deployments: write }" + One, 8)]
    [InlineData("on: push\npermissions: { issues: write }" + One, 10)]
    [InlineData("on: push\npermissions: { id-token: write }" + One, 10)]
    [InlineData("on: push\njobs: { a: { runs-on: x, permissions: { contents: read }, steps: [ { run: x } ] } }", 9)]
    [InlineData("on: push\njobs: { a: { runs-on: x, permissions: { contents: write }, steps: [ { run: x } ] } }", 9)]
    [InlineData("on: push\npermissions: { contents: read }\njobs: { a: { runs-on: x, permissions: { contents: write }, steps: [ { run: x } ] } }", 10)]
    public void A_workflow_is_scored_as_documented(string workflow, int score) =>
        ScorecardPrediction.Score([Proven.Jobs(workflow)[0].File]).ShouldBe(score);

    [Fact]
    public void Half_points_of_several_files_add_up()
    {
        var file = Proven.Jobs("on: push\npermissions: { checks: write }" + One)[0].File;

        ScorecardPrediction.Score([file, file, file]).ShouldBe(8);
    }

    [Fact]
    public void The_forecast_puts_the_need_at_the_job()
    {
        var jobs = Proven.Jobs("on: push\njobs: { a: { runs-on: x, steps: [ { uses: actions/checkout@v4 }, { run: git push } ] } }");

        ScorecardForecast.Of(jobs).ShouldBe(new ScorecardForecast(0, 10));
    }

    [Fact]
    public void A_workflow_with_an_unknown_need_keeps_its_score()
    {
        var jobs = Proven.Jobs("on: push\njobs: { a: { runs-on: x, steps: [ { uses: acme/unheard-of@v1 } ] } }");

        ScorecardForecast.Of(jobs).ShouldBe(new ScorecardForecast(0, 0));
    }
}

using Warder.Engine.Findings;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

public sealed class SharedLinesTests
{
    private const string Head = "on: push\npermissions: { contents: write }\njobs:\n";
    private const string First = "  a:\n    runs-on: x\n    steps: &all\n      - uses: acme/thing@v1\n";

    [Fact]
    public void A_step_that_several_jobs_use_by_an_alias_is_one_finding()
    {
        var alone = Of(Head + First).ShouldHaveSingleItem();
        var shared = Of(Head + First + Other("b") + Other("c") + Other("d") + Other("e")).ShouldHaveSingleItem();

        shared.Message.ShouldBe(alone.Message + "; 4 more jobs share these lines: b, c, d and 1 more");
        shared.Fingerprint.ShouldBe(alone.Fingerprint);
        shared.Location.ShouldBe(alone.Location);
        shared.Job.ShouldBe("a");
        Of(Head + First + Other("b")).ShouldHaveSingleItem().Message.ShouldEndWith("; one more job shares these lines: b");
    }

    [Fact]
    public void It_is_as_sure_as_in_the_job_where_it_is_surest()
    {
        var unsure = "on: push\njobs:\n  a:\n    runs-on: x\n    steps: &all\n      - uses: acme/thing@v1\n        with: { t: \"${{ github.token }}\" }\n";
        Of(unsure).ShouldHaveSingleItem().Confidence.ShouldBe(Confidence.Medium);
        Of(unsure + "  b:\n    runs-on: x\n    permissions: { contents: write }\n    steps: *all\n").ShouldHaveSingleItem().Confidence.ShouldBe(Confidence.High);
    }

    [Fact]
    public void Equal_steps_that_are_written_twice_are_two_findings() =>
        Of(Head + First + First.Replace("  a:", "  b:", StringComparison.Ordinal).Replace("&all", "", StringComparison.Ordinal)).Count.ShouldBe(2);

    private static string Other(string job) => $"  {job}:\n    runs-on: x\n    steps: *all\n";

    private static IReadOnlyList<Finding> Of(string workflow) =>
        AuditRunner.Run(new MemoryFiles().With(".github/workflows/a.yml", workflow), rules: [new Engine.Rules.Exposure.UnpinnedActionWithToken()]).Findings;
}

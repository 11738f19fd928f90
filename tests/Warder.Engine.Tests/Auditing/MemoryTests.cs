using Warder.Engine.Auditing;
using Warder.Engine.Rules.Exposure;
using Warder.Engine.Rules.Use;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

/// <summary>What an audit of the next commit may take over from that of the last.</summary>
public sealed class MemoryTests
{
    private const string Steps = "\npermissions: { contents: write }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n";
    private const string After = "on: { workflow_run: { workflows: [CI] } }" + Steps
        + "      - uses: actions/checkout@v4\n        with: { ref: '${{ github.event.workflow_run.head_sha }}' }\n      - run: make\n";

    [Theory]
    [InlineData("")]
    [InlineData("ignore: [.github/workflows/new.yml]\n")]
    public void A_new_workflow_of_the_same_name_is_asked_again_who_starts_a_run(string policy)
    {
        var memory = new AuditMemory();
        var files = new MemoryFiles().With(".warder/policy.yml", "schema: 1\n" + policy).With(".github/workflows/after.yml", After).With(".github/workflows/ci.yml", CI("push"));
        Findings(files, memory).ShouldBe(0);
        Findings(files.With(".github/workflows/new.yml", CI("pull_request")), memory).ShouldBe(1);
        Findings(files.With(".github/workflows/new.yml", CI("pull_request").Replace("CI", "Other", StringComparison.Ordinal)), memory).ShouldBe(0);
    }

    [Fact]
    public void What_did_not_change_is_not_looked_at_again()
    {
        var memory = new AuditMemory();
        var files = new MemoryFiles().With(".github/workflows/after.yml", After).With(".github/workflows/ci.yml", CI("push"));
        Findings(files, memory).ShouldBe(0);
        var visits = memory.Visits;
        Findings(files.With("README.md", "words\n"), memory).ShouldBe(0);
        memory.Visits.ShouldBe(visits);
    }

    [Fact]
    public void A_token_that_has_expired_by_then_makes_its_chains_looked_at_again()
    {
        var memory = new AuditMemory();
        var files = new MemoryFiles()
            .With(".warder/tokens.yaml", "bots:\n  a: { token: BOT_A, expires: 2026-03-01 }\n  b: { token: BOT_B }\n")
            .With(".github/workflows/w.yml", "on: push" + Steps + "      - run: ./go\n        env: { TOKEN: '${{ secrets.BOT_A || secrets.BOT_B }}' }\n");
        On(new DateOnly(2025, 6, 1)).ShouldBe(0);
        On(new DateOnly(2025, 7, 1)).ShouldBe(0);
        On(new DateOnly(2026, 6, 1)).ShouldBe(1);

        int On(DateOnly day) => AuditRunner.Run(new VersionedFiles(files), new AuditOptions { Memory = memory }, day, [new FallbackChainOrder()]).Findings.Count;
    }

    private static string CI(string trigger) => $"name: CI\non: {trigger}{Steps}      - run: make\n";

    private static int Findings(MemoryFiles files, AuditMemory memory) =>
        AuditRunner.Run(new VersionedFiles(files), new AuditOptions { Memory = memory }, rules: [new UntrustedCodeWithToken()]).Findings.Count;
}

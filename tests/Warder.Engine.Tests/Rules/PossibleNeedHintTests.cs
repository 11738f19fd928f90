using Warder.Engine.Rules.Permissions;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules;

/// <summary>What a hint says of permissions that are only perhaps needed.</summary>
public sealed class PossibleNeedHintTests
{
    [Theory]
    [InlineData("- uses: actions/checkout@v4\n      - run: ./publish.sh\n", "`permissions: { contents: write }` in job j (`contents: write` only if the program pushes with the credential of the checkout: ")]
    [InlineData("- uses: actions/stale@v10\n", "(`actions: write` only if state is kept between runs: actions/stale@v10)")]
    public void It_names_what_must_hold(string steps, string says) => HintOf(steps).ShouldContain(says);

    [Fact]
    public void Nothing_is_added_to_what_is_sure() =>
        HintOf("- uses: actions/checkout@v4\n").ShouldBe("Write `permissions: {}` at the top and `permissions: { contents: read }` in job j");

    private static string HintOf(string steps) => AuditRunner.Run(
        new MemoryFiles().With(".github/workflows/w.yml", $"on: push\njobs:\n  j:\n    runs-on: ubuntu-latest\n    steps:\n      {steps}"),
        rules: [new MissingPermissions()]).Findings.ShouldHaveSingleItem().Hint!;
}

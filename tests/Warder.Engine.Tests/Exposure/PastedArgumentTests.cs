using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>A token that is pasted into a command line: two mistakes at one place, and what mends both.</summary>
public sealed class PastedArgumentTests
{
    [Fact]
    public void Either_hint_mends_both()
    {
        var found = Run("cargo login ${{ secrets.CRATES_TOKEN }}");
        found.Count.ShouldBe(2);
        found.ShouldAllBe(f => f.Hint!.Contains("CARGO_REGISTRY_TOKEN") && f.Hint.Contains("`env`"));
    }

    [Theory]
    [InlineData("echo ${{ secrets.CRATES_TOKEN }} | x; cargo login")]
    [InlineData("docker login -u ${{ secrets.CRATES_TOKEN }} --password-stdin")]
    public void Beside_a_command_line_the_variable_is_enough(string script) =>
        Run(script).ShouldHaveSingleItem().Hint.ShouldBe("Set it in the step's `env` and read the variable in the script");

    [Fact]
    public void A_variable_on_a_command_line_is_in_the_environment_already() =>
        Run("cargo login \"$KEY\"").ShouldHaveSingleItem().Hint.ShouldBe("Use the variable CARGO_REGISTRY_TOKEN");

    private static IReadOnlyList<Finding> Run(string script) => AuditRunner.Run(
        new MemoryFiles().With(".github/workflows/w.yml", $"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{}}\n    steps:\n      - run: |\n          {script}\n        env: {{ KEY: \"${{{{ secrets.KEY }}}}\" }}\n"),
        rules: [new SecretInArguments(), new SecretInScript()]).Findings;
}

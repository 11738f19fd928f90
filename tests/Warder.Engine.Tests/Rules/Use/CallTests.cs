using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Secrets that are handed over: all of them, by inheritance, by name.</summary>
public sealed class CallTests
{
    private const string Callee = "on:\n  workflow_call:\n    secrets:\n      NEEDED: { required: true }\n      FREE: {}\njobs:\n  c:\n    runs-on: x\n    steps:\n      - run: x ${{ secrets.NEEDED }}\n";

    [Theory]
    [InlineData("- run: x\n  env: { A: \"${{ toJSON([|secrets|]) }}\" }")]
    [InlineData("- run: x\n  env: { A: \"${{ [|secrets[matrix.name]|] }}\" }")]
    [InlineData("- run: x\n  env: { A: \"${{ [|secrets[format('KEY_{0}', inputs.x)]|] }}\" }")]
    public void Every_secret_at_once(string step) => UseAudit.Of().Steps(step).Run<AllSecrets>();

    [Theory]
    [InlineData("- run: x ${{ secrets['KEY'] }}")]
    [InlineData("- run: x ${{ toJSON(vars) }} ${{ toJSON(github) }}")]
    [InlineData("- run: x ${{ vars[matrix.name] }}")]
    [InlineData("- run: echo 'toJSON(secrets)'")]
    public void Single_secrets_and_other_contexts_are_left_alone(string step) => UseAudit.Of().Steps(step).Run<AllSecrets>();

    [Fact]
    public void Inheritance_names_what_the_called_workflow_takes()
    {
        var found = Call("secrets: [|inherit|]").Run<SecretsInherit>()[0];
        found.Message.ShouldBe("./.github/workflows/c.yml is handed every secret and takes NEEDED only");
        found.Hint.ShouldBe("Write instead: secrets: { NEEDED: ${{ secrets.NEEDED }} }");
    }

    [Fact]
    public void What_a_called_workflow_passes_on_counts() =>
        Call("secrets: [|inherit|]").With(".github/workflows/c.yml", "on: { workflow_call: {} }\njobs:\n  d:\n    uses: ./.github/workflows/d.yml\n    secrets: [|inherit|]\n")
            .With(".github/workflows/d.yml", "on: { workflow_call: {} }\njobs:\n  c:\n    runs-on: x\n    steps: [{ run: \"x ${{ secrets.DEEP }}\" }]\n")
            .Run<SecretsInherit>().ShouldAllBe(f => f.Message.Contains("takes DEEP only", StringComparison.Ordinal));

    [Theory]
    [InlineData("environment: production", "", Confidence.Medium)]
    [InlineData("environment: \"${{ inputs.where }}\"", "", Confidence.High)]
    [InlineData("environment: { name: \"${{ inputs.where }}\" }", "", Confidence.High)]
    [InlineData("environment: \"${{ inputs.where }}\"", "with: { where: production }", Confidence.Medium)]
    [InlineData("environment: \"${{ inputs.where }}\"", "with: { where: \"${{ github.ref }}\" }", Confidence.Medium)]
    [InlineData("environment: \"${{ inputs.there }}\"", "", Confidence.Medium)]
    [InlineData("environment: \"${{ inputs.where || 'x' }}\"", "", Confidence.Medium)]
    [InlineData("runs-on: y", "", Confidence.High)]
    public void An_environment_that_no_caller_names_is_none(string job, string with, Confidence confidence)
    {
        var found = Through(with, "where: \"${{ inputs.where }}\"", job);
        found.Confidence.ShouldBe(confidence);
        found.Hint!.Contains("environment", StringComparison.Ordinal).ShouldBe(confidence == Confidence.Medium);
    }

    [Fact]
    public void A_workflow_that_calls_itself_with_its_inputs_in_another_order_ends()
    {
        var names = Enumerable.Range(0, 10).Select(i => $"i{i}").ToList();
        string With(Func<int, int> from) => string.Join(", ", names.Select((n, i) => $"{n}: \"${{{{ inputs.i{from(i)} }}}}\""));
        UseAudit.Of()
            .With(".github/workflows/a.yml", $"on: push\njobs:\n  j:\n    uses: ./.github/workflows/c.yml\n    secrets: [|inherit|]\n    with: {{ {string.Join(", ", names.Select((n, i) => $"{n}: v{i}"))} }}\n")
            .With(".github/workflows/c.yml", $"on: {{ workflow_call: {{ inputs: {{ {string.Join(", ", names.Select(n => $"{n}: {{ type: string }}"))} }} }} }}\njobs:\n"
                + $"  swap:\n    uses: ./.github/workflows/c.yml\n    secrets: [|inherit|]\n    with: {{ {With(i => i < 2 ? 1 - i : i)} }}\n"
                + $"  turn:\n    uses: ./.github/workflows/c.yml\n    secrets: [|inherit|]\n    with: {{ {With(i => (i + 1) % 10)} }}\n")
            .Run<SecretsInherit>().Count.ShouldBe(3);
    }

    private static Finding Through(string with, string passes, string job) =>
        UseAudit.Of()
            .With(".github/workflows/a.yml", $"on: push\njobs:\n  j:\n    uses: ./.github/workflows/b.yml\n    secrets: [|inherit|]\n    {with}\n")
            .With(".github/workflows/b.yml", $"on: {{ workflow_call: {{ inputs: {{ where: {{ type: string }} }} }} }}\njobs:\n  j:\n    uses: ./.github/workflows/c.yml\n    secrets: [|inherit|]\n    with: {{ {passes} }}\n")
            .With(".github/workflows/c.yml", $"on: {{ workflow_call: {{ inputs: {{ where: {{ type: string }}, there: {{ type: string, default: x }} }} }} }}\njobs:\n  j:\n    {job}\n    steps: [{{ run: \"x ${{{{ secrets.DEEP }}}}\" }}]\n")
            .Run<SecretsInherit>().Single(f => f.Location.Path == ".github/workflows/a.yml");

    [Theory]
    [InlineData("secrets: { NEEDED: \"${{ secrets.NEEDED }}\" }")]
    [InlineData("with: { secrets: inherit }")]
    [InlineData("name: inherit")]
    public void Calls_that_name_their_secrets_are_left_alone(string with) => Call(with).Run<SecretsInherit>();

    [Theory]
    [InlineData("secrets: { NEEDED: x, [|WRONG|]: x }", "does not declare the secret WRONG")]
    [InlineData("secrets: { FREE: x }", "requires the secret NEEDED")]
    public void A_call_that_does_not_fit(string with, string message) =>
        Call(with, marksCall: with.Contains("FREE", StringComparison.Ordinal)).Run<UndefinedSecret>()[0].Message.ShouldContain(message);

    [Fact]
    public void A_secret_that_nobody_passes() =>
        Call("name: x", marksCall: true).With(".github/workflows/c.yml", "on: workflow_call\njobs:\n  c:\n    runs-on: x\n    steps: [{ run: \"x ${{ secrets.LOST }}\" }]\n")
            .Run<UndefinedSecret>()[0].Message.ShouldContain("leaves it empty");

    [Theory]
    [InlineData("secrets: { needed: x }")]
    [InlineData("secrets: { NEEDED: x, Free: x }")]
    [InlineData("secrets: inherit")]
    public void Calls_that_fit_are_left_alone(string with) => Call(with).Run<UndefinedSecret>();

    [Fact]
    public void Workflows_elsewhere_are_not_judged() =>
        UseAudit.Of().With(".github/workflows/a.yml", "on: push\njobs:\n  j:\n    uses: o/r/.github/workflows/c.yml@v1\n    secrets: { ANY: x }\n").Run<UndefinedSecret>();

    private static UseAudit Call(string with, bool marksCall = false) => UseAudit.Of()
        .With(".github/workflows/c.yml", Callee)
        .With(".github/workflows/a.yml", $"on: push\njobs:\n  j:\n    uses: {(marksCall ? "[|./.github/workflows/c.yml|]" : "./.github/workflows/c.yml")}\n    {with}\n");
}

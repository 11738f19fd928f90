using Warder.Engine.Fixes;
using Warder.Syntax;

namespace Warder.Engine.Tests.Fixes;

/// <summary>Fixes are held to what they say they change; one that changes more is dropped, the others are made.</summary>
public sealed class EditGuardTests
{
    private const string Workflow = "on: push # often\npermissions: write-all\njobs:\n  a:\n    runs-on: u\n    env: { A: x, B: y }\n    steps:\n      - run: echo # says nothing\n        name: say\n";

    [Theory]
    [InlineData("A: x", "A: z", "it would change jobs.a.env.A too")]
    [InlineData("name: say", "name: \"say\"", "it would change jobs.a.steps.0.name too")]
    [InlineData("# often", "", "the comment of line 1 would be lost")]
    [InlineData("# says nothing", "says nothing", "it would change jobs.a.steps.0.run too")]
    [InlineData("runs-on: u", "runs-on: [u", "the file could not be read any more")]
    [InlineData("A: x", "&a A: x", "it would change jobs.a.env.A too")]
    public void A_fix_that_changes_more_than_it_says_is_dropped_alone(string old, string now, string because)
    {
        var file = Fixed.Run(Workflow, [new Clumsy(old, now), new MinimalPermissionsFixer()]).ShouldNotBeNull();

        file.After.ShouldBe(Workflow.Replace("write-all", "{}", StringComparison.Ordinal));
        file.Applied.ShouldHaveSingleItem().Rule.ShouldBe("excessive-permissions");
        file.Declined.ShouldHaveSingleItem().Because.ShouldBe($"Be clumsy: not made, because {because}");
    }

    [Fact]
    public void What_a_fix_says_it_writes_must_be_what_is_read() =>
        Fixed.Run(Workflow, [new Clumsy("A: x", "A: z", new FixPath("/jobs/a/env/A") { Value = "zz" })])!
            .Declined.ShouldHaveSingleItem().Because.ShouldEndWith("jobs.a.env.A would not read as it should");

    [Fact]
    public void What_an_anchor_shares_is_left_alone() =>
        Fixed.Run("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    permissions: &p { issues: write }\n    steps: [ { run: echo } ]\n  b:\n    runs-on: u\n    permissions: *p\n    steps: [ { run: gh issue list } ]\n", [new MinimalPermissionsFixer()])!
            .IsChanged.ShouldBeFalse();

    private sealed class Clumsy(string old, string now, params FixPath[] says) : Fixer
    {
        public override string Rule => "clumsy";

        public override void Propose(PipelineFixContext context)
        {
            var at = context.Source.Text.IndexOf(old, StringComparison.Ordinal);
            if (at >= 0)
            {
                context.Add(new FixDraft { Rule = Rule, Offset = at, Description = "Be clumsy", Edits = [new TextEdit(new TextSpan(at, old.Length), now)], Changes = says });
            }
        }
    }
}

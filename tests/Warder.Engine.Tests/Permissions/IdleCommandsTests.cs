using Warder.Engine.Facts;
using Warder.Engine.Permissions.Proof;
using Warder.Syntax.Shell;

namespace Warder.Engine.Tests.Permissions;

public sealed class IdleCommandsTests
{
    [Theory]
    [InlineData("echo \"$TOKEN\"", true)]
    [InlineData("mkdir -p out/a", true)]
    [InlineData("mkdir -p \"$TOKEN\"", false)]
    [InlineData("X=1 echo a", false)]
    [InlineData("export X=$TOKEN", false)]
    [InlineData("sudo mkdir out", false)]
    [InlineData("xargs gh pr merge", false)]
    [InlineData("eval gh pr merge", false)]
    [InlineData("bash -c 'gh pr merge'", false)]
    [InlineData("yarn release", false)]
    [InlineData("git push", false)]
    [InlineData("gh pr merge", false)]
    [InlineData("curl https://api.github.com/user", false)]
    [InlineData("./mystery", false)]
    [InlineData("$PROGRAM a", false)]
    public void A_command_is_idle_where_no_word_of_it_can_matter(string script, bool isIdle) =>
        IdleCommands.Has(FactBase.Embedded.Commands, ShellParser.Parse(script).Commands[0]).ShouldBe(isIdle);
}

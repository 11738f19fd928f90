using Warder.Pipelines.Scripts;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.Tests.Scripts;

public sealed class ScriptCallFinderTests
{
    [Theory]
    [InlineData("./x.sh", "x.sh")]
    [InlineData("scripts/x.sh --flag", "scripts/x.sh")]
    [InlineData("bash scripts/x.sh", "scripts/x.sh")]
    [InlineData("bash -e -o pipefail ./scripts/x.sh arg", "scripts/x.sh")]
    [InlineData("bash -c './a.sh && ./b.sh'", "a.sh b.sh")]
    [InlineData("source scripts/env.sh; . ./lib.sh", "scripts/env.sh lib.sh")]
    [InlineData("python3 -u scripts/x.py", "scripts/x.py")]
    [InlineData("python -m tools.report", "tools/report.py")]
    [InlineData("python -m pytest", "")]
    [InlineData("python -c 'import x'", "")]
    [InlineData("poetry run python x.py", "x.py")]
    [InlineData("node --import tsx scripts/x.mjs", "scripts/x.mjs")]
    [InlineData("npx tsx scripts/x.ts", "scripts/x.ts")]
    [InlineData("deno run -A x.ts", "x.ts")]
    [InlineData("ruby x.rb", "x.rb")]
    [InlineData("pwsh ./x.ps1", "x.ps1")]
    [InlineData("pwsh -NoProfile -File x.ps1", "x.ps1")]
    [InlineData("pwsh -Command \"& ./x.ps1 -Force\"", "x.ps1")]
    [InlineData("make release", "Makefile")]
    [InlineData("make -C sub all", "sub/Makefile")]
    [InlineData("go run ./tools/x.go", "tools/x.go")]
    [InlineData("TOKEN=x ./y.sh", "y.sh")]
    [InlineData("sudo env A=1 ./y.sh", "y.sh")]
    [InlineData("timeout 10m ./y.sh", "y.sh")]
    [InlineData("x=$(./y.sh)", "y.sh")]
    [InlineData("cd sub && ./y.sh", "sub/y.sh")]
    [InlineData("\"$GITHUB_WORKSPACE/scripts/y.sh\"", "scripts/y.sh")]
    [InlineData("${{ github.workspace }}/scripts/y.sh", "scripts/y.sh")]
    [InlineData("./a.sh; ./a.sh", "a.sh")]
    [InlineData("npm test; echo x; git push; /usr/bin/x; ~/x.sh", "")]
    [InlineData("$DIR/x.sh; ../x.sh; ./*.sh", "")]
    public void A_step_runs_scripts(string script, string expected) =>
        string.Join(' ', ScriptCallFinder.Find(ShellParser.Parse(script), workingDirectory: null)).ShouldBe(expected);

    [Theory]
    [InlineData("sub", "sub/x.sh")]
    [InlineData("./sub/", "sub/x.sh")]
    [InlineData("sub/../other", "other/x.sh")]
    [InlineData("${{ github.workspace }}/sub", "sub/x.sh")]
    [InlineData("${{ matrix.dir }}", "")]
    [InlineData("..", "")]
    public void Paths_start_in_the_working_directory(string folder, string expected) =>
        string.Join(' ', ScriptCallFinder.Find(ShellParser.Parse("./x.sh"), folder)).ShouldBe(expected);

    [Fact]
    public void An_actions_own_folder_is_known() =>
        ScriptCallFinder.Find(ShellParser.Parse("$GITHUB_ACTION_PATH/x.sh; ${{ github.action_path }}/y.sh"), null, ".github/actions/a")
            .ShouldBe([".github/actions/a/x.sh", ".github/actions/a/y.sh"]);
}

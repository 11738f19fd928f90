using Shouldly;
using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Which commands run code of the work tree, and which only look as if they did.</summary>
public sealed class ProgramRunTests
{
    [Theory]
    [InlineData("bash -e ./build.sh", true)]
    [InlineData("bash -c './build.sh'", true)]
    [InlineData("bash -ec './build.sh'", true)]
    [InlineData("bash -o pipefail build.sh", true)]
    [InlineData("sudo ./build.sh", true)]
    [InlineData("timeout 60 ./build.sh", true)]
    [InlineData("env CI=1 ./build.sh", true)]
    [InlineData("xvfb-run npm test", true)]
    [InlineData("$GITHUB_WORKSPACE/build.sh", true)]
    [InlineData("\"${{ github.workspace }}/build.sh\"", true)]
    [InlineData("bash \"$GITHUB_WORKSPACE/build.sh\"", true)]
    [InlineData("pytest -v", true)]
    [InlineData("go test -v ./...", true)]
    [InlineData("cargo test -v", true)]
    [InlineData("pip install -e .", true)]
    [InlineData("python -m pytest", true)]
    [InlineData("python -m pip install -r requirements.txt", true)]
    [InlineData("npm ci", true)]
    [InlineData("npm ci --ignore-scripts", false)]
    [InlineData("npm install -g typescript", false)]
    [InlineData("node --version", false)]
    [InlineData("node -e 'console.log(1)'", false)]
    [InlineData("python -c 'print(1)'", false)]
    [InlineData("python -m venv .venv", false)]
    [InlineData("bash -c 'echo hello'", false)]
    [InlineData("/usr/bin/true", false)]
    [InlineData("bash /opt/tool.sh", false)]
    public void A_command_in_the_tree_of_a_stranger(string command, bool runs)
    {
        var files = new MemoryFiles().With(".github/workflows/w.yml", $$$"""
            on: pull_request_target
            jobs:
              test:
                runs-on: ubuntu-latest
                permissions: { contents: write }
                steps:
                  - uses: actions/checkout@v4
                    with: { ref: "${{ github.event.pull_request.head.sha }}" }
                  - run: |
                      {{{command}}}
            """);

        AuditRunner.Run(files, rules: [new UntrustedCodeWithToken()]).Findings.ShouldHaveSingleItem()
            .Severity.ShouldBe(runs ? Severity.Critical : Severity.Warning);
    }
}

namespace Warder.Engine.Tests.Permissions;

/// <summary>Of a file that a script for the client library loads, only the functions that it calls are sure to run.</summary>
public sealed class CalledFunctionTests
{
    private const string Functions = """
        const { log } = require('console')
        const notes = async ({ github }) => {
          const { data } = await github.rest.repos.listReleases({ text: '} // {' })
          return data
        }
        const open = async ({ github, context }) => {
          await github.rest.pulls.create({ body: await notes({ github }) })
        }
        async function ship ({ github }) {
          await notes({ github })
          await github.rest.repos.createRelease({})
        }
        exports.close = async function ({ github }) { await github.rest.checks.create({}) }
        module.exports = { open, ship }
        """;

    [Theory]
    [InlineData("await require('./ci/x').ship({ github })", "checks:write? contents:write pull-requests:write?")]
    [InlineData("await require('./ci/x').open({ github, context })", "checks:write? contents:read contents:write? pull-requests:write")]
    [InlineData("const { ship } = require('./ci/x.js')\nawait ship({ github })", "checks:write? contents:write pull-requests:write?")]
    [InlineData("const { ship: go, open } = require('./ci/x.js')\nawait go({ github })", "checks:write? contents:write pull-requests:write?")]
    [InlineData("const x = require('./ci/x.js')\nawait x.ship({ github })", "checks:write? contents:write pull-requests:write?")]
    [InlineData("const x = require('./ci/x.js')\nawait x.ship({ github })\nawait x.open({ github })", "checks:write? contents:write pull-requests:write")]
    [InlineData("const { close } = await import('${{ github.workspace }}/ci/x.js')\nawait close({ github })", "checks:write contents:write? pull-requests:write?")]
    [InlineData("await require('./ci/x').hidden({ github })", "checks:write? contents:write? pull-requests:write?")]
    [InlineData("const x = require('./ci/x.js')\nawait run(x, { github })", "checks:write? contents:write? pull-requests:write?")]
    [InlineData("const x = require('./ci/x.js')\nawait x({ github })", "checks:write contents:write pull-requests:write")]
    [InlineData("await require('./ci/x')({ github })", "checks:write contents:write pull-requests:write")]
    public void What_other_functions_do_is_possible(string script, string needs) => Told(script, ("ci/x.js", Functions)).ShouldBe(needs);

    [Fact]
    public void A_file_that_the_called_function_loads_is_followed() =>
        Told(
            "await require('./ci/x').a({ github })",
            ("ci/x.js", "const { b } = require('./y')\nconst { d } = require('./y')\nexports.a = async ({ github }) => { await b({ github }) }\nexports.c = async ({ github }) => { await d({ github }) }"),
            ("ci/y.js", "exports.b = async ({ github }) => { await github.rest.checks.create({}) }\nexports.d = async ({ github }) => { await github.rest.pulls.create({}) }"))
            .ShouldBe("checks:write pull-requests:write?");

    [Fact]
    public void Two_files_that_load_each_other_end() =>
        Told(
            "await require('./ci/x').a({ github })",
            ("ci/x.js", "const y = require('./y')\nexports.a = async ({ github }) => { await y.b({ github }) }"),
            ("ci/y.js", "const x = require('./x')\nexports.b = async ({ github }) => { await x.a({ github }); await github.rest.checks.create({}) }"))
            .ShouldBe("checks:write");

    private static string Told(string script, params (string Path, string Text)[] files) =>
        Proven.Steps($"- uses: actions/github-script@v8\n  with:\n    script: |\n      {script.Replace("\n", "\n      ", StringComparison.Ordinal)}", files: files).Told();
}

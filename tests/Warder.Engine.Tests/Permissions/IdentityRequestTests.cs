namespace Warder.Engine.Tests.Permissions;

/// <summary>What asks the platform for an identity token, wherever it stands.</summary>
public sealed class IdentityRequestTests
{
    private const string Script = "- uses: actions/github-script@v7\n  with:\n    script: |\n      ";

    [Theory]
    [InlineData("- run: curl \"$ACTIONS_ID_TOKEN_REQUEST_URL\"", "id-token:write")]
    [InlineData("- run: printenv ACTIONS_ID_TOKEN_REQUEST_URL", "id-token:write")]
    [InlineData("- run: hide ACTIONS_ID_TOKEN_REQUEST_URL", "")]
    [InlineData("- run: print(os.environ['ACTIONS_ID_TOKEN_REQUEST_URL'])\n  shell: python", "id-token:write")]
    [InlineData(Script + "const t = await core.getIDToken('x');", "id-token:write")]
    [InlineData(Script + "const t = await fetch(process.env.ACTIONS_ID_TOKEN_REQUEST_URL);", "id-token:write")]
    [InlineData(Script + "// core.getIDToken()", "")]
    [InlineData(Script + "const ask = require('./ci/ask.js'); await ask(core);", "id-token:write?")]
    [InlineData(Script + "const ask = require('./ci/plain.js'); await ask(core);", "")]
    [InlineData("- run: node ci/ask.js", "id-token:write?")]
    [InlineData("- run: node ci/loads.js", "id-token:write?")]
    [InlineData("- run: node ci/plain.js", "")]
    [InlineData("- run: python ci/ask.py", "id-token:write?")]
    [InlineData("- run: bash ci/ask.sh", "id-token:write?")]
    [InlineData("- run: ./ci/ask.sh", "id-token:write?")]
    public void What_asks_for_an_identity_token_needs_to_write_one(string step, string needs) =>
        Proven.Steps(
            step,
            files: [
                ("ci/ask.js", "module.exports = async core => { await core.getIDToken(); };"),
                ("ci/loads.js", "require('./ask.js')(core);"),
                ("ci/plain.js", "module.exports = async core => { function getIDToken() {} };"),
                ("ci/ask.py", "import os\nos.getenv(\"ACTIONS_ID_TOKEN_REQUEST_URL\")"),
                ("ci/ask.sh", "curl \"$ACTIONS_ID_TOKEN_REQUEST_URL\""),
            ]).Told().ShouldBe(needs);
}

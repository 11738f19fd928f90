namespace Warder.Pipelines.Tests.Scripts;

public sealed class FallbackTests
{
    [Theory]
    [InlineData("a.sh", "x=${BOT_KEY:-$GITHUB_TOKEN}", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.sh", "x=\"${BOT_KEY:-\"${NPM_TOKEN:-$GITHUB_TOKEN}\"}\"", "BOT_KEY@0 of BOT_KEY NPM_TOKEN GITHUB_TOKEN; NPM_TOKEN@1 of BOT_KEY NPM_TOKEN GITHUB_TOKEN; GITHUB_TOKEN@2 of BOT_KEY NPM_TOKEN GITHUB_TOKEN")]
    [InlineData("a.sh", "x=${OTHER:-$GITHUB_TOKEN}", "GITHUB_TOKEN@1 of other GITHUB_TOKEN")]
    [InlineData("a.sh", "x=${BOT_KEY:-none}", "BOT_KEY@0 of BOT_KEY literal")]
    [InlineData("a.sh", "x=${BOT_KEY:-$(gh auth token)}", "BOT_KEY@0 of BOT_KEY other")]
    [InlineData("a.sh", "x=${BOT_KEY:-}", "BOT_KEY")]
    [InlineData("a.py", "x = os.getenv('BOT_KEY') or os.getenv('GITHUB_TOKEN')", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.py", "x = os.getenv('BOT_KEY', os.getenv('GITHUB_TOKEN'))", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.py", "x = os.environ.get('BOT_KEY', 'x')", "BOT_KEY@0 of BOT_KEY literal")]
    [InlineData("a.py", "x = os.environ.get('BOT_KEY', '')", "BOT_KEY")]
    [InlineData("a.js", "x = process.env.A || process.env.BOT_KEY || process.env['GITHUB_TOKEN'] || ''", "BOT_KEY@1 of other BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@2 of other BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.js", "x = process.env.BOT_KEY ?? process.env.GITHUB_TOKEN", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.js", "f(process.env.BOT_KEY, process.env.GITHUB_TOKEN)", "BOT_KEY; GITHUB_TOKEN")]
    [InlineData("a.rb", "x = ENV['BOT_KEY'] || ENV['GITHUB_TOKEN']", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.rb", "x = ENV.fetch('BOT_KEY') { ENV['GITHUB_TOKEN'] }", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.rb", "x = ENV.fetch('BOT_KEY', ENV['GITHUB_TOKEN'])", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.go", "x := cmp.Or(os.Getenv(\"BOT_KEY\"), os.Getenv(\"GITHUB_TOKEN\"))", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.cs", "var x = Environment.GetEnvironmentVariable(\"BOT_KEY\") ?? Environment.GetEnvironmentVariable(\"GITHUB_TOKEN\");", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("a.ps1", "$x = $env:BOT_KEY ?? $env:GITHUB_TOKEN", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    [InlineData("compose.yml", "a: ${BOT_KEY:-${GITHUB_TOKEN}}", "BOT_KEY@0 of BOT_KEY GITHUB_TOKEN; GITHUB_TOKEN@1 of BOT_KEY GITHUB_TOKEN")]
    public void Alternatives_make_a_chain(string path, string text, string expected) => ReadScript.Chains(path, text).ShouldBe(expected);
}

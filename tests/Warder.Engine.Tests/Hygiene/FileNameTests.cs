using Warder.Engine.Facts;
using Warder.Engine.Hygiene;
using Warder.Syntax;

namespace Warder.Engine.Tests.Hygiene;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("tokens.txt", true)]
    [InlineData(".tokens.ci", true)]
    [InlineData("deploy/BotToken.json", true)]
    [InlineData("my_token", true)]
    [InlineData("src/tokenizer.json", false)]
    [InlineData("src/token.ts", false)]
    [InlineData("docs/tokens.txt", false)]
    [InlineData("scripts/token.txt", false)]
    [InlineData("a/tests/token.json", false)]
    [InlineData("theme/design-tokens.json", false)]
    [InlineData("model/special_tokens_map.json", false)]
    [InlineData("tokenization.txt", false)]
    public void Files_named_after_tokens(string path, bool isStray) => TokenFileNames.Embedded.IsStray(path).ShouldBe(isStray);

    [Theory]
    [InlineData("a/b/run.log", true)]
    [InlineData("coverage.xml", true)]
    [InlineData("src/logger.cs", false)]
    [InlineData("catalog", false)]
    public void Logs_and_reports(string path, bool isLog) => RootArtifactFacts.Embedded.IsLog(path).ShouldBe(isLog);

    [Theory]
    [InlineData(".coverage", false, "coverage")]
    [InlineData(".coveragerc", false, null)]
    [InlineData("build", true, "build")]
    [InlineData("build", false, null)]
    [InlineData("pytest-of-me", true, "python")]
    [InlineData("core.12", false, "logs")]
    [InlineData("core.py", false, null)]
    [InlineData("$RECYCLE.BIN", true, "os")]
    [InlineData("README.md", false, null)]
    public void Artifacts_by_name_and_kind(string name, bool isFolder, string? family) => RootArtifactFacts.Embedded.Find(name, isFolder)?.Family.ShouldBe(family);

    [Theory]
    [InlineData("DEPLOY_TOKEN=8c1f0d", "DEPLOY_TOKEN:True")]
    [InlineData("  export DEPLOY_TOKEN = '8c1f0d' # ours", "DEPLOY_TOKEN:True")]
    [InlineData("DEPLOY_TOKEN=", "DEPLOY_TOKEN:False")]
    [InlineData("DEPLOY_TOKEN=\"your-token-here\"", "DEPLOY_TOKEN:False")]
    [InlineData("DEPLOY_TOKEN=${OTHER}", "DEPLOY_TOKEN:False")]
    [InlineData("DATABASE_URL=postgresql://me:8c1f0d@localhost:5432/d", "DATABASE_URL:False")]
    [InlineData("DATABASE_URL=postgresql://me:8c1f0d@db.acme.io:5432/d", "DATABASE_URL:True")]
    [InlineData("DATABASE_URL=sqlite:///./auth.db", "DATABASE_URL:False")]
    [InlineData("REDIS_URL=redis://redis.acme.io", "REDIS_URL:False")]
    [InlineData("SLACK_WEBHOOK_URL=https://hooks.acme.io/a/8c1f0d", "SLACK_WEBHOOK_URL:True")]
    [InlineData("TOKEN_EXPIRE_SECONDS=3600", "")]
    [InlineData("MAX_TOKENS=4096", "")]
    [InlineData("# DEPLOY_TOKEN=8c1f0d", "")]
    [InlineData("PORT=80", "")]
    [InlineData("OURS=8c1f0d", "OURS:True")]
    [InlineData("OURS=1", "OURS:False")]
    public void Tokens_in_environment_files(string text, string expected)
    {
        var source = new SourceText(".env", text + "\r\n");
        var tokens = EnvFile.Read(source, FactBase.Embedded.SecretNames, name => name == "OURS");
        string.Join(' ', tokens.Select(t => $"{t.Name}:{t.HasValue}")).ShouldBe(expected);
        tokens.ShouldAllBe(t => source.GetText(t.Span) == t.Name);
    }
}

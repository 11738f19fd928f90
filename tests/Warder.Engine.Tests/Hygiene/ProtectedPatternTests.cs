using Warder.Engine.Hygiene;
using Warder.Engine.Policy;
using Warder.Syntax;

namespace Warder.Engine.Tests.Hygiene;

public sealed class ProtectedPatternTests
{
    [Theory]
    [InlineData("*.pem", "server.pem", true)]
    [InlineData("*.pem", "a/b/server.pem", true)]
    [InlineData("*.pem", "server.pem.txt", false)]
    [InlineData("*.pem", "x.pem/readme", false)]
    [InlineData("id_rsa*", "keys/id_rsa_old", true)]
    [InlineData("config/secrets.*", "config/secrets.json", true)]
    [InlineData("config/secrets.*", "app/config/secrets.json", false)]
    [InlineData(".codex/private/*", ".codex/private/a/b", true)]
    [InlineData("private/", "a/private/b", true)]
    [InlineData("private/", "a/private", false)]
    public void A_name_fits_everywhere_and_a_path_from_the_root(string pattern, string path, bool fits) =>
        new ProtectedPattern(pattern, "", [], []).Matches(path).ShouldBe(fits);

    [Fact]
    public void Every_probe_fits_its_own_pattern()
    {
        foreach (var pattern in ProtectedPatterns.Embedded.Patterns)
        {
            pattern.Probes().ShouldNotBeEmpty();
            pattern.Probes().ShouldAllBe(p => pattern.Matches(p), pattern.Text);
        }
    }

    [Fact]
    public void Sets_are_tried_by_both_their_ends() =>
        new ProtectedPattern("*[Pp]otato?/x.[!a]", "", [], []).Probes().ShouldBe(["warder-probePotatox/x._", "warder-probepotatox/x._"]);

    [Theory]
    [InlineData(".env.example")]
    [InlineData("a/.env.prod.example")]
    [InlineData("id_rsa.pub")]
    [InlineData("example.env")]
    public void Templates_and_public_keys_hold_no_secret(string path) => PotatoPolicy.Default.Find(path).ShouldBeNull();

    [Theory]
    [InlineData(".env")]
    [InlineData(".env.local")]
    [InlineData("a/production.env")]
    [InlineData("auth.db")]
    public void Others_do(string path) => PotatoPolicy.Default.Find(path).ShouldNotBeNull();

    [Fact]
    public void A_policy_allows_a_name_everywhere_and_a_path_once()
    {
        var policy = new PotatoPolicy { Allowed = [new PathPattern(".env.ci"), new PathPattern("tests/**/*.pem")] };
        policy.Find("a/.env.ci").ShouldBeNull();
        policy.Find("tests/a/x.pem").ShouldBeNull();
        policy.Find("x.pem").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("*.pem", "a.pem", true)]
    [InlineData("*.pem", "d/a.pem", false)]
    [InlineData("**/*.pem", "a.pem", true)]
    [InlineData("**/*.pem", "d/e/a.pem", true)]
    [InlineData("/a.pem", "a.pem", true)]
    [InlineData("keys", "keys/d/a.pem", true)]
    [InlineData("keys/", "keys/a.pem", true)]
    [InlineData("*/a.pem", "d/a.pem", true)]
    [InlineData("# *.pem", "a.pem", false)]
    [InlineData("*.pem\n!a.pem", "a.pem", false)]
    [InlineData("!a.pem\n*.pem", "a.pem", true)]
    [InlineData("*\n!a.pem", "b.pem", true)]
    [InlineData("  *.pem  \r\n", "a.pem", true)]
    public void Docker_reads_from_the_root_and_lets_the_last_line_decide(string text, string path, bool ignored) =>
        new DockerIgnore(new SourceText(".dockerignore", text)).Ask(path).IsIgnored.ShouldBe(ignored);

    [Theory]
    [InlineData("Potato.md", true)]
    [InlineData("**/*[Pp]otato*", true)]
    [InlineData("*[Pp]otato*", true)]
    [InlineData("# Potato.md", false)]
    [InlineData("potato.md", false)]
    [InlineData("Potato.mdx", false)]
    public void Lines_cover_a_pattern_by_being_it_or_by_a_glob(string line, bool covers) =>
        new IgnoreLines(new SourceText("x", "word\r\n" + line + "\r\n")).Covers(new ProtectedPattern("Potato.md", "", [], [])).ShouldBe(covers);

    [Theory]
    [InlineData(".gitignore", "*.pem", true)]
    [InlineData("sub/.gitignore", "*.pem", true)]
    [InlineData(".git/info/exclude", "*.pem", false)]
    [InlineData("/home/me/.gitignore", "*.pem", false)]
    [InlineData(".gitignore", "!*.pem", false)]
    public void Only_files_of_the_repository_count(string source, string pattern, bool counts) =>
        new IgnoreVerdict(IsKnown: true, source, 1, pattern).IsIgnoredByRepository.ShouldBe(counts);
}

using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules.Hygiene;

public sealed class HygieneRuleTests
{
    private const string Key = "-----BEGIN " + "PRIVATE KEY-----\n";

    [Fact]
    public void An_audit_runs_none_of_them_and_asks_git_nothing()
    {
        var files = new MemoryFiles().With("a.pem", Key).With("x.log", "").With("requirements.txt", "");
        var git = new MemoryGit(files);
        AuditRunner.Run(files, new AuditOptions { Git = git }).Findings.ShouldNotContain(f => f.Rule.Start != Engine.Rules.RuleStart.Audit);
        git.Asked.ShouldBe(0);
    }

    [Fact]
    public void A_policy_or_a_choice_asks_for_one()
    {
        var files = new MemoryFiles().With("requirements.txt", "").With("x.log", "");
        Slugs(files, new AuditOptions { Rules = new HashSet<string> { "root-artifact" } }).ShouldBe(["root-artifact"]);
        Slugs(files.With(".warder.yml", "rules:\n  virtual-environment-missing: error\n"), new AuditOptions()).ShouldBe(["virtual-environment-missing"]);
        Slugs(files.With(".warder.yml", "rules:\n  root-artifact: off\n"), new AuditOptions { Start = RuleStart.Validation }).ShouldBe(["potato-ignore"]);
    }

    [Fact]
    public void Without_git_they_are_silent() =>
        AuditRunner.Run(new MemoryFiles().With("a.pem", Key), new AuditOptions { Start = RuleStart.Validation }).Findings.ShouldNotContain(f => f.Rule.Slug == "sensitive-file-exposed");

    [Fact]
    public void Tracked_and_untracked_keys_are_found_and_certificates_are_not()
    {
        var files = new MemoryFiles().With(".gitignore", "*.key\n").With("a.pem", Key).With("b.pem", Key).With("c.key", Key)
            .With("cert.pem", "-----BEGIN CERTIFICATE-----\n").With("tests/t.pem", Key).With("ok.pem.md", "");
        Found("sensitive-file-exposed", files, untracked: "b.pem").Select(f => $"{f.Location.Path} {f.Severity}")
            .ShouldBe(["a.pem Critical", "b.pem Error", "tests/t.pem Warning"]);
    }

    [Fact]
    public void One_environment_file_is_one_finding()
    {
        var files = new MemoryFiles().With(".env", "A=1\nDEPLOY_TOKEN=8c1f0d\n").With("prod.env", "A=1\n").With(".env.example", "DEPLOY_TOKEN=\n").With(".env.ci", "DEPLOY_TOKEN=placeholder\n");
        Found("env-file-not-ignored", files).Select(f => $"{f.Location.Path}:{f.Location.Start.Line} {f.Severity}").ShouldBe([".env:2 Critical", ".env.ci:1 Warning"]);
        Found("sensitive-file-exposed", files).Select(f => f.Location.Path).ShouldBe(["prod.env"]);
        Found("env-file-not-ignored", files.With(".gitignore", ".env*\n")).ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_that_takes_a_pattern_back_is_told_with_its_line()
    {
        var files = new MemoryFiles().With(".warder.yml", "potato:\n  patterns: ['*.pem']\n").With(".gitignore", "*.pem\n# ours\n!*.pem\n");
        var finding = Found("potato-ignore", files).ShouldHaveSingleItem();
        finding.Why.ShouldBe("The line !*.pem at .gitignore:3 takes server.pem back");
        Found("potato-ignore", files.With(".gitignore", "!*.pem\n*.pem\n")).ShouldBeEmpty();
    }

    [Fact]
    public void Other_ignore_files_are_held_where_they_are()
    {
        var files = new MemoryFiles().With(".warder.yml", "potato:\n  patterns: ['*.pem']\n").With(".gitignore", "*.pem\n").With(".dockerignore", "*.pem\n");
        Found("potato-ignore", files).Select(f => f.Location.Path).ShouldBe([".dockerignore"]);
        Found("potato-ignore", files.With(".dockerignore", "**/*.pem\n")).ShouldBeEmpty();
        Found("potato-ignore", files.With(".warder.yml", "potato:\n  patterns: ['*.pem']\n  required: [.npmignore]\n")).Select(f => f.Location.Path).ShouldBe([".npmignore"]);
    }

    [Fact]
    public void Artifacts_of_the_root_and_only_those()
    {
        var files = new MemoryFiles().With(".gitignore", "*.bak\n").With("run.log", "").With("src/run.log", "").With("logs/run.log", "").With("old.bak", "")
            .With("dist/index.js", "").With("package.json", "{}").With("node_modules/a/index.js", "").With("mine.bak2", "").With("app.db", "");
        Found("root-artifact", files).Select(f => $"{f.Location.Path} {f.Severity}").ShouldBe(["app.db Warning", "old.bak Info", "run.log Warning"]);
        Found("root-artifact", files.With(".warder.yml", "guard:\n  allow: ['*.db', run.log]\n  also: [mine.*]\n")).Select(f => f.Location.Path).ShouldBe(["mine.bak2", "old.bak"]);
    }

    [Fact]
    public void Logs_belong_in_the_folder_of_the_policy()
    {
        var files = new MemoryFiles().With(".warder.yml", "guard: { logs: var/log }\nrules:\n  log-outside-logs: { allow: ['tests/**'] }\n")
            .With("logs/a.log", "").With("var/log/a.log", "").With("tests/a.log", "").With("src/log.cs", "");
        Found("log-outside-logs", files).Select(f => f.Location.Path).ShouldBe(["logs/a.log"]);
    }

    [Fact]
    public void Token_files_outside_their_places()
    {
        var files = new MemoryFiles().With("tokens.txt", "").With("docs/tokens.txt", "").With("src/tokenizer.json", "").With("a/token.json", "")
            .With(".warder.yml", "rules:\n  unexpected-token-file: { allow: [a/token.json] }\n");
        Found("unexpected-token-file", files).Select(f => f.Location.Path).ShouldBe(["tokens.txt"]);
    }

    [Theory]
    [InlineData("potato:\n  patern: [a]\n", "patterns")]
    [InlineData("potato:\n  patterns: ['!a']\n", "takes patterns of files")]
    [InlineData("potato:\n  files: ['../x']\n", "inside the repository")]
    [InlineData("guard:\n  logs: ../x\n", "inside the repository")]
    [InlineData("guard:\n  allow: [a/b]\n", "without a folder")]
    public void A_wrong_policy_is_said(string policy, string because) =>
        AuditRunner.Run(new MemoryFiles().With(".warder.yml", policy)).Diagnostics.ShouldContain(d => d.Message.Contains(because, StringComparison.Ordinal));

    private static List<Finding> Found(string rule, MemoryFiles files, params string[] untracked) =>
        [.. AuditRunner.Run(files, new AuditOptions { Start = RuleStart.Validation, Git = new MemoryGit(files, untracked) }).Findings.Where(f => f.Rule.Slug == rule)];

    private static List<string> Slugs(MemoryFiles files, AuditOptions options) =>
        [.. AuditRunner.Run(files, options with { Git = new MemoryGit(files) }).Findings.Where(f => f.Rule.Start != Engine.Rules.RuleStart.Audit).Select(f => f.Rule.Slug)];
}

using Warder.Engine.Auditing;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

public sealed class ExceptionTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("path: .github/workflows/ci.yml", true)]
    [InlineData("path: .github/**", true)]
    [InlineData("path: '**/ci.yml'", true)]
    [InlineData("path: scripts/**", false)]
    [InlineData("job: build", true)]
    [InlineData("job: deploy", false)]
    [InlineData("token: X", true)]
    [InlineData("token: x", true)]
    [InlineData("token: Y", false)]
    [InlineData("token: X\n    job: deploy", false)]
    public void An_exception_hides_what_it_names(string narrowed, bool hides)
    {
        var result = Run(narrowed, "2026-11-01");
        (result.Findings.Count == 0).ShouldBe(hides);
        result.Suppressed.Count.ShouldBe(hides ? 1 : 0);
        if (hides)
        {
            result.Suppressed[0].By.ShouldBe(SuppressionKind.Exception);
            result.Suppressed[0].Reason.ShouldBe("agreed");
        }
    }

    [Fact]
    public void An_exception_ends_after_its_day()
    {
        Run("", "2026-11-01").Findings.ShouldBeEmpty();
        Run("", "2026-10-31").Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_exception_to_another_rule_hides_nothing()
    {
        var files = Audits.Of(Audits.Use("X")).With(".warder.yml", Policy("other", "", "2026-12-01"));
        Audits.Run(files, new EchoRule(), new EchoRule("other")).Findings.ShouldHaveSingleItem().Rule.Slug.ShouldBe("echo");
    }

    [Fact]
    public void Rules_are_set_off_and_to_other_severities()
    {
        var files = Audits.Of(Audits.Use("X")).With(".warder.yml", "rules:\n  echo: off\n  other: info\n");
        var result = Audits.Run(files, new EchoRule(), new EchoRule("other"));
        result.Diagnostics.ShouldBeEmpty();
        result.Findings.ShouldHaveSingleItem().Severity.ShouldBe(Findings.Severity.Info);
    }

    private static AuditResult Run(string narrowed, string expires)
    {
        var result = Audits.Run(Audits.Of(Audits.Use("X")).With(".warder.yml", Policy("echo", narrowed, expires)));
        result.Diagnostics.ShouldBeEmpty();
        return result;
    }

    private static string Policy(string rule, string narrowed, string expires) =>
        $"exceptions:\n  - rule: {rule}\n    owner: us\n    reason: agreed\n    expires: {expires}\n    {narrowed}\n";
}

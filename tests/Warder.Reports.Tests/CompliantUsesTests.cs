using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Tests;

public sealed class CompliantUsesTests
{
    private const string File = ".github/workflows/a.yml";
    private const string Text = "a: ${{ secrets.GOOD }}\nb: ${{ secrets.OTHER }}\nc: ${{ secrets.GOOD }}\n";

    [Fact]
    public void A_registered_token_is_used_rightly() => Compliant(With()).ShouldBe(["GOOD@1", "OTHER@2", "GOOD@3"]);

    [Theory]
    [InlineData(Severity.Critical, false)]
    [InlineData(Severity.Error, false)]
    [InlineData(Severity.Warning, true)]
    [InlineData(Severity.Info, true)]
    public void Only_violations_speak_against_a_use(Severity severity, bool compliant)
    {
        var builder = With();
        builder.Finding(Samples.Unauthorized, builder.Place(File, "secrets.OTHER"), "no", f => f with { Severity = severity, Token = "OTHER" });
        Compliant(builder).Contains("OTHER@2").ShouldBe(compliant);
    }

    [Fact]
    public void A_finding_touches_the_use_at_its_place_only()
    {
        var builder = With();
        builder.Finding(Samples.Unauthorized, builder.Place(File, "secrets.GOOD", occurrence: 1), "no", f => f with { Token = "GOOD" });
        Compliant(builder).ShouldBe(["GOOD@1", "OTHER@2"]);
    }

    [Fact]
    public void A_finding_of_another_token_does_not_touch_it()
    {
        var builder = With();
        builder.Finding(Samples.Unauthorized, builder.Place(File, Text), "no", f => f with { Token = "GOOD" });
        Compliant(builder).ShouldBe(["OTHER@2"]);
    }

    [Fact]
    public void A_hidden_violation_is_tolerated_but_not_compliant()
    {
        var builder = With();
        builder.Hidden(Samples.Unauthorized, builder.Place(File, "secrets.OTHER"), "no", SuppressionKind.Baseline, reason: null);
        Compliant(builder).ShouldBe(["GOOD@1", "GOOD@3"]);
    }

    [Theory]
    [InlineData(TokenStatus.Deprecated)]
    [InlineData(TokenStatus.Prohibited)]
    public void Tokens_that_should_not_be_used_are_not_used_rightly(TokenStatus status)
    {
        var builder = new AuditBuilder().File(File, Text).Entry("GOOD", status);
        builder.Use(TokenReference.Named("GOOD"), builder.Place(File, "secrets.GOOD"), UseScope.Field);
        CompliantUses.Of(builder.Build()).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_registry_nothing_is_known_to_be_right()
    {
        var builder = With();
        builder.HasRegistry = false;
        CompliantUses.Of(builder.Build()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(UseScope.Implicit, false)]
    [InlineData(UseScope.Permission, false)]
    [InlineData(UseScope.ScriptFile, true)]
    [InlineData(UseScope.Document, true)]
    public void What_is_not_written_counts_only_in_scripts_and_documents(UseScope scope, bool compliant)
    {
        var builder = new AuditBuilder().File(File, Text).Entry("GOOD");
        builder.Use(TokenReference.Named("GOOD"), builder.Place(File, "secrets.GOOD"), scope, u => u with { Explicit = false });
        CompliantUses.Of(builder.Build()).Count.ShouldBe(compliant ? 1 : 0);
    }

    private static AuditBuilder With()
    {
        var builder = new AuditBuilder().File(File, Text).Entry("GOOD").Entry("OTHER");
        return builder
            .Use(TokenReference.Named("GOOD"), builder.Place(File, "secrets.GOOD"), UseScope.Field)
            .Use(TokenReference.Named("OTHER"), builder.Place(File, "secrets.OTHER"), UseScope.Field)
            .Use(TokenReference.Named("GOOD"), builder.Place(File, "secrets.GOOD", occurrence: 1), UseScope.Field);
    }

    private static List<string> Compliant(AuditBuilder builder) =>
        [.. CompliantUses.Of(builder.Build()).Select(c => $"{c.Entry.Name}@{c.Use.Start.Line}")];
}

using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

/// <summary>The sample repository as a whole: what its README says is wrong is found, and nothing else.</summary>
public sealed class OnboardingSampleTests
{
    private static readonly string Root = RepositoryRoot.Combine("samples", "onboarding");

    private static readonly Lazy<AuditResult> Result = new(() =>
        new FindingFilter(Persona.Regular, Confidence.Low).Apply(AuditRunner.Run(new DiskFiles(Root))));

    [Fact]
    public void What_the_readme_says_is_wrong_is_found_and_nothing_else()
    {
        var found = Result.Value.Findings.Select(f => $"{f.Location.Path} {f.Rule.Slug}").Order(StringComparer.Ordinal);

        found.ShouldBe(PromisedByReadme().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_left_unseen()
    {
        Result.Value.Diagnostics.ShouldBeEmpty();
        Result.Value.Counts.Workflows.ShouldBe(10);
    }

    [Fact]
    public void One_finding_is_hidden_by_a_comment_and_one_by_an_exception() =>
        Result.Value.Suppressed.Select(s => (s.By, s.Finding.Rule.Slug)).ShouldBe(
            [(SuppressionKind.Exception, "unregistered-token"), (SuppressionKind.Inline, "read-only-default-token")],
            ignoreOrder: true);

    [Fact]
    public void No_place_is_reported_twice_by_one_rule() =>
        Result.Value.Findings.GroupBy(f => (f.Rule.Slug, f.Location)).ShouldAllBe(g => g.Count() == 1);

    /// <summary>The rows of the table: an empty first cell repeats the file above.</summary>
    private static IEnumerable<string> PromisedByReadme()
    {
        var file = "";
        foreach (var line in File.ReadLines(Path.Combine(Root, "README.md")))
        {
            var cells = line.Split('|').Select(c => c.Trim().Trim('`')).ToList();
            if (cells is ["", var path, _, var rule, ""] && rule.Contains('-', StringComparison.Ordinal) && !rule.StartsWith('-'))
            {
                file = path.Length > 0 ? path : file;
                yield return $"{file} {rule}";
            }
        }
    }
}

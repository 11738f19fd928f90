using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Tests.Registry;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules.Registry;

/// <summary>Audits a registry written in a test with one rule.</summary>
internal static class RegistryAudit
{
    public const string Workflow = """
        on: push
        permissions: {}
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - run: ./x.sh
                env:
                  A: ${{ secrets.CI_TOKEN }}
        """;

    /// <summary>The findings of the rule, each as <c>line:column severity message | hint</c>.</summary>
    public static IReadOnlyList<string> Run<TRule>(string? registry, string? policy = null, string? workflow = null, DateOnly? today = null)
        where TRule : Rule =>
        [.. Findings<TRule>(registry, policy, workflow, today).Select(f => $"{f.Location.Start} {f.Severity} {f.Message} | {f.Hint}")];

    public static IReadOnlyList<Finding> Findings<TRule>(string? registry, string? policy = null, string? workflow = null, DateOnly? today = null)
        where TRule : Rule
    {
        var files = new MemoryFiles();
        if (registry is not null)
        {
            files.With(RegistryText.Path, registry);
        }

        if (policy is not null)
        {
            files.With(".warder.yml", policy);
        }

        if (workflow is not null)
        {
            files.With(".github/workflows/ci.yml", workflow);
        }

        var result = AuditRunner.Run(files, today: today);
        result.Diagnostics.ShouldBeEmpty();
        var rule = RuleCatalogue.All.OfType<TRule>().Single();
        return [.. result.Findings.Where(f => f.Rule == rule.Descriptor)];
    }

    /// <summary>A registry with one entry of these fields.</summary>
    public static string Entry(params string[] fields) =>
        "ci:\n  bot:\n    token: CI_TOKEN\n" + string.Concat(fields.Select(f => $"    {f}\n"));
}

using System.Collections.Concurrent;
using Warder.Engine.Auditing;
using Warder.Reports;
using Warder.Syntax;
using Warder.Testing;

namespace Warder.Peers.Tests.Robustness;

/// <summary>Audits of broken repositories: whatever stands in the files, no audit fails, and all it says lies within them.</summary>
public sealed class MutationTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("WARDER_CASES"), out var cases) ? cases : 2000;
    private static readonly string[] Workflows = [.. FixtureFile.All.Where(f => f.Name.StartsWith(".github/", StringComparison.Ordinal)).Select(f => f.Text)];
    private static readonly string[] Others = ["AGENTS.md", "CLAUDE.md", "Dockerfile", "compose.yaml", ".npmrc", "package.json", .. Below("scripts"), .. Below("agents")];
    private static readonly Dictionary<string, string> Sample = Others.Concat([".codex/tokens/token_scope_map.yaml", ".warder.yml"])
        .ToDictionary(f => f, f => File.ReadAllText(RepositoryRoot.Combine("samples", "onboarding", f)), StringComparer.Ordinal);

    [Fact]
    public void No_audit_of_a_broken_repository_fails_or_points_outside()
    {
        var failures = new ConcurrentBag<string>();
        var found = 0;
        Parallel.For(0, Cases, seed =>
        {
            var files = Broken(seed);
            try
            {
                var result = AuditRunner.Run(files);
                Check(files, result);
                Interlocked.Add(ref found, result.Findings.Count);
                if (seed % 8 == 0)
                {
                    Report(result);
                }
            }
            catch (Exception failure)
            {
                failures.Add($"seed {seed}: {failure}");
            }
        });
        string.Join("\n\n", failures.Order(StringComparer.Ordinal).Take(3)).ShouldBeEmpty($"{failures.Count} of {Cases} failed");
        found.ShouldBeGreaterThan(Cases);
    }

    private static MemoryFiles Broken(int seed)
    {
        var mutator = new Mutator(seed);
        var files = new MemoryFiles()
            .With(".github/workflows/a.yml", mutator.OnceIn(20) ? mutator.Soup() : mutator.Break(mutator.Pick(Workflows)))
            .With(".github/workflows/b.yml", mutator.Pick(Workflows));
        foreach (var path in new[] { ".codex/tokens/token_scope_map.yaml", ".warder.yml", mutator.Pick(Others) })
        {
            if (!mutator.OnceIn(4))
            {
                files.With(path, mutator.OnceIn(2) ? mutator.Break(Sample[path]) : Sample[path]);
            }
        }

        return files;
    }

    private static void Check(MemoryFiles files, AuditResult result)
    {
        result.Diagnostics.ShouldNotContain(d => d.Code == "rule-failed", string.Join('\n', result.Diagnostics.Select(d => d.Message)));
        foreach (var finding in result.Findings)
        {
            CheckSpan(files, finding.Location.Path, finding.Location.Span, finding.Location.Start, finding.Rule.Slug);
            foreach (var related in finding.Related)
            {
                CheckSpan(files, related.Location.Path, related.Location.Span, related.Location.Start, finding.Rule.Slug + " (related)");
            }
        }

        foreach (var use in result.Uses)
        {
            CheckSpan(files, use.Path, use.Span, use.Start, "a use of " + use.Token.Name);
        }
    }

    private static void CheckSpan(MemoryFiles files, string path, TextSpan span, LinePosition start, string what)
    {
        if (files.Read(path).Source is not { } source)
        {
            (span.Start, span.Length).ShouldBe((0, 0), what);
            return;
        }

        var inside = span.Start >= 0 && span.Length >= 0 && span.End <= source.Text.Length;
        inside.ShouldBeTrue($"{what}: {span} in {path} of {source.Text.Length} characters");
        source.GetPosition(span.Start).ShouldBe(start, what);
    }

    private static void Report(AuditResult result)
    {
        var options = new ReportOptions { Version = "0" };
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            AuditReports.For(format).Write([result], options, TextWriter.Null);
        }
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("samples", "onboarding", folder)).Select(f => folder + "/" + Path.GetFileName(f)).Order(StringComparer.Ordinal);
}

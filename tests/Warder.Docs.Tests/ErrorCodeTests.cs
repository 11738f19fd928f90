using System.Text.RegularExpressions;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>Whatever Warder could not look at has a code, and every code has its line on the page.</summary>
public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_in_the_source_is_on_the_page()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "exit-and-error-codes.md"));
        var codes = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("Warder.Testing", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        codes.Count.ShouldBeGreaterThan(15);
        codes.Where(c => !page.Contains($"| `{c}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Where a code is written: in a diagnostic, in what takes its place when a file cannot be read, and in what guards against defects.</summary>
    [GeneratedRegex(""""(?:new Diagnostic\(\s*(?:\w+\.Code \?\? )?|const string Code = |DefectGuard\.Run\(|(?:new DecodedText|new)\((?:Source: )?null, (?:\$?"(?:[^"{]|\{[^}]*\})*"), )"(?<code>[a-z0-9-]+)"""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();
}

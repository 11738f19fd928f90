using System.Diagnostics;
using CsCheck;

namespace Warder.Engine.Tests;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", ".github/workflows/ci.yml", true)]
    [InlineData("./scripts/a.sh", "scripts/a.sh", true)]
    [InlineData("/scripts//a.sh", "scripts/a.sh", true)]
    [InlineData(@"scripts\a.sh", "scripts/a.sh", true)]
    [InlineData("scripts/a.sh", "Scripts/a.sh", false)]
    [InlineData("*.yml", "ci.yml", true)]
    [InlineData("*.yml", "a/ci.yml", false)]
    [InlineData(".github/workflows/pr-*.yml", ".github/workflows/pr-triage.yml", true)]
    [InlineData(".github/workflows/pr-*.yml", ".github/workflows/pr.yml", false)]
    [InlineData("**/*.yml", "ci.yml", true)]
    [InlineData("**/*.yml", "a/b/ci.yml", true)]
    [InlineData("a/**/b.sh", "a/b.sh", true)]
    [InlineData("a/**/b.sh", "a/x/y/b.sh", true)]
    [InlineData("a/**/b.sh", "a/xb.sh", false)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a/**", "ab/x", false)]
    [InlineData("**", "anything/at/all", true)]
    [InlineData("scripts/", "scripts/deep/a.sh", true)]
    [InlineData("scripts/", "scripts", false)]
    [InlineData("scripts", "scripts/a.sh", false)]
    [InlineData("scripts/**.sh", "scripts/deep/a.sh", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("v[0-9].txt", "v7.txt", true)]
    [InlineData("v[!0-9].txt", "v7.txt", false)]
    [InlineData("v[!0-9].txt", "v/.txt", false)]
    [InlineData("v[.txt", "v[.txt", true)]
    [InlineData("", "", false)]
    public void Fits(string pattern, string path, bool fits) => new PathPattern(pattern).Matches(path).ShouldBe(fits);

    [Theory]
    [InlineData("a/b.yml", true)]
    [InlineData("a/*.yml", false)]
    [InlineData("a/", false)]
    [InlineData("v[.txt", true)]
    public void Knows_whether_it_is_one_path(string pattern, bool literal) => new PathPattern(pattern).IsLiteral.ShouldBe(literal);

    [Fact]
    public void Agrees_with_the_definition_spelled_out_by_recursion() =>
        Gen.Select(
                Words.Of("a", "b", "/", "*", "**", "**/", "?", "[ab]", "[!a]").Array[0, 8].Select(string.Concat),
                Words.Of("a", "b", "ab", "ba").Array[1, 4].Select(segments => string.Join('/', segments)))
            .Sample((pattern, path) =>
            {
                var compiled = new PathPattern(pattern);
                compiled.Matches(path).ShouldBe(compiled.Text.Length > 0 && Naive(compiled.Text, 0, path, 0), $"{compiled.Text} on {path}");
            }, iter: 3_000);

    [Fact]
    public void A_hostile_pattern_costs_no_more_than_its_length_times_the_path()
    {
        var pattern = new PathPattern(string.Concat(Enumerable.Repeat("**/*a", 40)) + "b");
        var path = string.Concat(Enumerable.Repeat("a/", 200)) + "a";
        var watch = Stopwatch.StartNew();

        pattern.Matches(path).ShouldBeFalse();

        // Trying one alternative after the other would take longer than the universe has lasted.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static bool Naive(string pattern, int p, string path, int s)
    {
        if (p == pattern.Length)
        {
            return s == path.Length;
        }

        var stars = 0;
        while (p + stars < pattern.Length && pattern[p + stars] == '*')
        {
            stars++;
        }

        if (stars >= 2 && (p == 0 || pattern[p - 1] == '/') && p + stars < pattern.Length && pattern[p + stars] == '/')
        {
            // Nothing, or anything up to and with a slash.
            return Naive(pattern, p + stars + 1, path, s)
                || Enumerable.Range(s, path.Length - s).Any(i => path[i] == '/' && Naive(pattern, p + stars + 1, path, i + 1));
        }

        if (stars >= 2)
        {
            return Enumerable.Range(s, path.Length - s + 1).Any(i => Naive(pattern, p + stars, path, i));
        }

        if (stars == 1)
        {
            return Enumerable.Range(s, path.Length - s + 1)
                .TakeWhile(i => i == s || path[i - 1] != '/')
                .Any(i => Naive(pattern, p + 1, path, i));
        }

        if (s == path.Length)
        {
            return false;
        }

        return pattern[p] switch
        {
            '?' => path[s] != '/' && Naive(pattern, p + 1, path, s + 1),
            '[' when pattern[p + 1] == '!' => path[s] is not ('/' or 'a') && Naive(pattern, p + 4, path, s + 1),
            '[' => path[s] is 'a' or 'b' && Naive(pattern, p + 4, path, s + 1),
            var c => c == path[s] && Naive(pattern, p + 1, path, s + 1),
        };
    }
}

using System.Text.RegularExpressions;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>Links between the documents lead somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("bench"), "*.md"))
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_to_a_file_and_a_heading_in_it(string document)
    {
        var full = RepositoryRoot.Combine(document);
        foreach (Match link in Link().Matches(File.ReadAllText(full)))
        {
            var (target, anchor) = link.Groups[1].Value.Split('#') switch
            {
                [var path, var heading] => (path, heading),
                [var path, ..] => (path, ""),
                _ => ("", ""),
            };
            if (target.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            var file = target.Length == 0 ? full : Path.Combine(Path.GetDirectoryName(full)!, target);
            Path.Exists(file).ShouldBeTrue($"{document} links to {target}");
            if (anchor.Length > 0 && file.EndsWith(".md", StringComparison.Ordinal))
            {
                AnchorsOf(file).ShouldContain(anchor, $"{document} links to {target}#{anchor}");
            }
        }
    }

    /// <summary>The anchors of a page's headings, as GitHub makes them: small letters, digits, `-` and `_`; a space becomes `-`.</summary>
    private static IEnumerable<string> AnchorsOf(string file) =>
        File.ReadLines(file).Where(l => l.StartsWith('#')).Select(l => string.Concat(
            l.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)));

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}

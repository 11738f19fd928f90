using System.Text;
using System.Text.RegularExpressions;
using Warder.Syntax;
using Warder.Testing;

namespace Warder.Peers.Tests;

/// <summary>A workflow or action file that stands somewhere in this repository, and the name under which it is read.</summary>
internal sealed partial record FixtureFile(string Origin, string Name, string Text)
{
    /// <summary>All of them: the fixtures of every test project, the samples, and the examples of the rules' pages.</summary>
    public static IReadOnlyList<FixtureFile> All { get; } = [.. Fixtures().Concat(Samples()).Concat(Examples())];

    /// <summary>The file as Warder gets it.</summary>
    public SourceText Source => new(Name, Text);

    private static IEnumerable<FixtureFile> Fixtures() =>
        FilesUnder("tests").Where(f => f.Contains("/Fixtures/", StringComparison.Ordinal) && !f.Contains("/Warder.Syntax.Tests/", StringComparison.Ordinal)).Select(f =>
        {
            var name = Path.GetFileName(f);
            return Read(f, IsAction(name) && !f.Contains(".github/workflows/", StringComparison.Ordinal) ? "fixture/" + name : ".github/workflows/" + name);
        });

    private static IEnumerable<FixtureFile> Samples()
    {
        foreach (var file in FilesUnder("samples"))
        {
            var parts = file.Split('/', 3);
            if (parts[2].StartsWith(".github/workflows/", StringComparison.Ordinal) || IsAction(Path.GetFileName(file)))
            {
                yield return Read(file, parts[2]);
            }
        }
    }

    private static IEnumerable<FixtureFile> Examples()
    {
        var pages = Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "rules"), "*.md").Order(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var number = 0;
            foreach (Match block in Block().Matches(File.ReadAllText(page)))
            {
                var path = block.Groups["path"].Value;
                if (path.StartsWith(".github/workflows/", StringComparison.Ordinal) || IsAction(Path.GetFileName(path)))
                {
                    yield return new FixtureFile($"docs/rules/{Path.GetFileName(page)} example {++number}", path, block.Groups["text"].Value);
                }
            }
        }
    }

    private static IEnumerable<string> FilesUnder(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yml", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static FixtureFile Read(string origin, string name)
    {
        var decoded = SourceDecoder.Decode(name, File.ReadAllBytes(RepositoryRoot.Combine(origin)));
        return new FixtureFile(origin, name, decoded.Source?.Text ?? "");
    }

    private static bool IsAction(string name) => name is "action.yml" or "action.yaml";

    [GeneratedRegex(@"^```yaml (good|bad) (?<path>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Block();
}

using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Syntax.Markdown;
using Warder.Testing;

namespace Warder.Docs.Tests;

/// <summary>One page under <c>docs/rules</c>.</summary>
internal sealed class RulePage
{
    public const string HeadStart = "<!-- generated -->";
    public const string HeadEnd = "<!-- /generated -->";

    private RulePage(string slug, string text)
    {
        Slug = slug;
        Text = text;
        Document = MarkdownParser.Parse(new SourceText(slug + ".md", text));
    }

    public string Slug { get; }

    public string Text { get; }

    public MarkdownDocument Document { get; }

    public static string Folder { get; } = RepositoryRoot.Combine("docs", "rules");

    public static IReadOnlyList<string> Slugs { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Where(n => n != "README").Order(StringComparer.Ordinal)!];

    public static RulePage Read(string slug) => new(slug, File.ReadAllText(Path.Combine(Folder, slug + ".md")).ReplaceLineEndings("\n"));

    /// <summary>The part that is made from the rule's descriptor.</summary>
    public static string HeadFor(RuleDescriptor rule)
    {
        var rows = new List<(string, string)>
        {
            ("category", rule.Category.ToString().ToLowerInvariant()),
            ("severity", rule.Severity.ToString().ToLowerInvariant()),
            ("confidence", rule.Confidence.ToString().ToLowerInvariant()),
            ("persona", rule.Persona.ToString().ToLowerInvariant()),
            ("since", rule.Since),
            ("fixable", rule.Fixable ? "yes" : "no"),
        };
        if (rule.Start != RuleStart.Audit)
        {
            rows.Add(("runs", rule.Start == RuleStart.Validation ? "in validation, or when asked for" : "only when asked for"));
        }

        if (rule.Compliance.Count > 0)
        {
            rows.Add(("compliance", string.Join(", ", rule.Compliance)));
        }

        if (rule.Aliases.Count > 0)
        {
            rows.Add(("in other tools", string.Join(", ", rule.Aliases.Select(a => $"{a.Tool}: {a.Name}"))));
        }

        var table = string.Concat(rows.Select(r => $"| {r.Item1} | {r.Item2} |\n"));
        return $"{HeadStart}\n# {rule.Slug}\n\n{rule.Title}.\n\n| | |\n|---|---|\n{table}{HeadEnd}\n";
    }

    /// <summary>The repositories that the page draws, bad and good ones; a path that stands again begins the next one.</summary>
    public IEnumerable<(bool IsBad, MemoryFiles Files)> Examples()
    {
        var shared = Blocks("with").ToList();
        foreach (var bad in new[] { true, false })
        {
            foreach (var files in Group(Blocks(bad ? "bad" : "good")))
            {
                var repository = new MemoryFiles();
                foreach (var (path, text) in shared.Concat(files))
                {
                    repository.With(path, text);
                }

                yield return (bad, repository);
            }
        }
    }

    private IEnumerable<(string Path, string Text)> Blocks(string role)
    {
        foreach (var block in Document.Blocks.Where(b => b.Kind == MarkdownBlockKind.FencedCode))
        {
            if (block.Info?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var word, var path] && word == role)
            {
                yield return (path, Document.Source.GetText(block.ContentSpan) + "\n");
            }
        }
    }

    private static IEnumerable<List<(string Path, string Text)>> Group(IEnumerable<(string Path, string Text)> blocks)
    {
        var current = new List<(string Path, string Text)>();
        foreach (var block in blocks)
        {
            if (current.Exists(b => b.Path == block.Path))
            {
                yield return current;
                current = [];
            }

            current.Add(block);
        }

        if (current.Count > 0)
        {
            yield return current;
        }
    }
}

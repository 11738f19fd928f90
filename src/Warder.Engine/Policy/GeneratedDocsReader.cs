using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the section <c>generated-docs</c> of a policy.</summary>
internal sealed class GeneratedDocsReader(PolicyDraft draft)
{
    public GeneratedDocs Read(YamlMapping? mapping)
    {
        var docs = GeneratedDocs.Default;
        if (mapping is null)
        {
            return docs;
        }

        foreach (var (key, entry) in draft.Entries(mapping, "`generated-docs`", PolicyKeys.GeneratedDocs))
        {
            docs = key switch
            {
                "matrix" => docs with { MatrixPath = Path(entry, key) ?? docs.MatrixPath },
                "policy" => docs with { PolicyPath = Path(entry, key) },
                _ => docs with { Formats = Formats(entry) is { Count: > 0 } formats ? formats : docs.Formats },
            };
        }

        return docs;
    }

    private string? Path(YamlEntry entry, string key)
    {
        if (draft.Text(entry.Value, $"generated-docs.{key}") is not { } text)
        {
            return null;
        }

        var pattern = new PathPattern(text);
        if (pattern.IsLiteral && pattern.Text.EndsWith(".md", StringComparison.Ordinal) && !pattern.Text.Split('/').Contains("..", StringComparer.Ordinal))
        {
            return pattern.Text;
        }

        draft.Invalid(entry.Value.Span, $"`generated-docs.{key}` must be the path of a Markdown file inside the repository", "The page in HTML lies beside it.");
        return null;
    }

    private List<DocumentFormat> Formats(YamlEntry entry)
    {
        var formats = new SortedSet<DocumentFormat>();
        foreach (var (text, span) in draft.Texts(entry, "generated-docs.formats"))
        {
            var index = Array.IndexOf(PolicyKeys.DocumentFormats, text.ToLowerInvariant());
            if (index >= 0)
            {
                formats.Add((DocumentFormat)index);
            }
            else
            {
                draft.Invalid(span, $"`generated-docs.formats` cannot be `{text}`", $"Known are {string.Join(", ", PolicyKeys.DocumentFormats)}.");
            }
        }

        return [.. formats];
    }
}

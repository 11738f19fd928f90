using System.Text;

namespace Warder.Reports.Documents;

/// <summary>Writes a document as one page of HTML that loads nothing and runs nothing.</summary>
internal sealed class HtmlPage(DocumentPage page, KeptParts kept)
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether a text is a page that Warder made.</summary>
    public static bool IsOurs(string text, DocumentKind kind) => text.Contains(KeptParts.MarkOf(kind), StringComparison.Ordinal);

    public string Write()
    {
        _text.Append("<!doctype html>\n").Append(KeptParts.MarkOf(page.Kind)).Append("\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        _text.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        _text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        _text.Append($"<title>{HtmlText.Escape(page.Title)}</title>\n<style>\n{PageStyle.Text}</style>\n</head>\n<body>\n");
        _text.Append("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n");
        WriteContents();
        _text.Append("<main id=\"content\">\n");
        foreach (var block in page.Blocks)
        {
            Append(block);
        }

        foreach (var (part, i) in kept.Without(page.KeptNames).Select((p, i) => (p, i)))
        {
            _text.Append(i == 0 ? $"<h2 id=\"kept-from-before\">{KeptParts.GoneTitle}</h2>\n" : "");
            AppendKept(part.Content);
        }

        _text.Append("</main>\n</body>\n</html>\n");
        return _text.ToString();
    }

    private void WriteContents()
    {
        _text.Append("<nav aria-label=\"Contents\">\n<p>Contents</p>\n<ul>\n");
        var deep = false;
        var open = false;
        foreach (var heading in page.Blocks.OfType<Block.Heading>().Where(h => h.Level is 2 or 3))
        {
            if (heading.Level == 2)
            {
                _text.Append(deep ? "</ul>" : "").Append(open ? "</li>\n" : "");
                deep = false;
                open = true;
                _text.Append("<li>");
            }
            else
            {
                _text.Append(deep ? "" : "<ul>").Append("<li>");
                deep = true;
            }

            _text.Append($"<a href=\"#{HtmlText.Escape(heading.Id)}\">{Line(heading.Text)}</a>").Append(heading.Level == 3 ? "</li>" : "");
        }

        _text.Append(deep ? "</ul>" : "").Append(open ? "</li>\n" : "").Append("</ul>\n</nav>\n");
    }

    private void Append(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                _text.Append($"<h{heading.Level} id=\"{HtmlText.Escape(heading.Id)}\">{Line(heading.Text)}</h{heading.Level}>\n");
                break;
            case Block.Paragraph paragraph:
                _text.Append($"<p>{Line(paragraph.Text)}</p>\n");
                break;
            case Block.Remark remark:
                _text.Append($"<p class=\"remark\">{Line(remark.Text)}</p>\n");
                break;
            case Block.Bullets list:
                AppendList("ul", list.Items, "");
                break;
            case Block.Numbers list:
                AppendList("ol", list.Items, "");
                break;
            case Block.Checks list:
                AppendList("ul class=\"checks\"", list.Items, "<span aria-hidden=\"true\">☐</span> ");
                break;
            case Block.Table table:
                AppendTable(table);
                break;
            case Block.Example example:
                _text.Append($"<pre class=\"{(example.IsGood ? "good" : "bad")}\" tabindex=\"0\"><code>");
                _text.AppendJoin('\n', example.Text.TrimEnd('\n').Split('\n').Select(HtmlText.Escape)).Append("</code></pre>\n");
                break;
            case Block.Kept place:
                AppendKept(kept.Find(place.Name));
                break;
            default:
                throw new InvalidOperationException($"There is no way to write {block.GetType().Name}.");
        }
    }

    private void AppendList(string tag, IReadOnlyList<Rich> items, string sign)
    {
        _text.Append($"<{tag}>\n");
        foreach (var item in items)
        {
            _text.Append($"<li>{sign}{Line(item)}</li>\n");
        }

        _text.Append($"</{tag[..2]}>\n");
    }

    private void AppendTable(Block.Table table)
    {
        // A table wider than a small screen scrolls by itself, and by keyboard too.
        _text.Append($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(table.Caption)}\">\n<table>\n<thead><tr>");
        foreach (var head in table.Heads)
        {
            _text.Append($"<th scope=\"col\">{HtmlText.Escape(head)}</th>");
        }

        _text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            _text.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                _text.Append(i == 0 ? $"<th scope=\"row\">{Line(row[i])}</th>" : $"<td>{Line(row[i])}</td>");
            }

            _text.Append("</tr>\n");
        }

        _text.Append("</tbody>\n</table>\n</div>\n");
    }

    private void AppendKept(string? content)
    {
        if (!string.IsNullOrWhiteSpace(content))
        {
            _text.Append("<div class=\"kept\">\n").Append(HandText.ToHtml(content)).Append("</div>\n");
        }
    }

    private static string Line(Rich rich) => string.Concat(rich.Parts.Select(Piece)).Trim();

    private static string Piece(Inline part) => part switch
    {
        Inline.Words words => HtmlText.Escape(words.Text),
        Inline.Code code => $"<code>{HtmlText.EscapeName(code.Text)}</code>",
        Inline.Strong strong => $"<strong>{HtmlText.Escape(strong.Text)}</strong>",
        Inline.Badge badge => $"<span class=\"badge {ClassOf(badge.Tone)}\">{HtmlText.Escape(badge.Text)}</span>",
        Inline.Link { IsCode: true } link => $"<a href=\"{HtmlText.Escape(link.Target)}\"><code>{HtmlText.EscapeName(link.Text)}</code></a>",
        Inline.Link link => $"<a href=\"{HtmlText.Escape(link.Target)}\">{HtmlText.Escape(link.Text)}</a>",
        _ => throw new InvalidOperationException($"There is no way to write {part.GetType().Name}."),
    };

    private static string ClassOf(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Fair => "fair",
        Tone.Poor => "poor",
        Tone.Bad => "bad",
        _ => "quiet",
    };
}

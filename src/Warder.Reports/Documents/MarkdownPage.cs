using System.Globalization;
using System.Text;
using Warder.Reports.Markdown;

namespace Warder.Reports.Documents;

/// <summary>Writes a document in Markdown; what stands in kept parts goes in as it is.</summary>
internal sealed class MarkdownPage(DocumentPage page, KeptParts kept)
{
    private readonly StringBuilder _text = new();
    private Func<string, string> _hide = text => text;

    /// <param name="hide">Hides what must not be told; our own lines go through it, kept ones do not.</param>
    public string Write(Func<string, string> hide)
    {
        _hide = hide;
        _text.Append(kept.Preamble);
        Ours($"{KeptParts.MarkOf(page.Kind)}\n");
        Ours($"<!-- Made by `warder docs {KeptParts.WordOf(page.Kind)}` from the registry, the policy and the uses found. Write between `warder:keep` and `warder:end`: only that stays. -->\n\n");
        foreach (var block in page.Blocks)
        {
            Append(block);
            Ours("\n");
        }

        AppendGone();
        _text.Length -= kept.NewLine.Length; // The last block ends the file with one line end, not two.
        return _text.ToString();
    }

    /// <summary>Our own lines end as those of the file do; kept ones stay as they are.</summary>
    private void Ours(string text)
    {
        var shown = _hide(text);
        _text.Append(kept.NewLine == "\n" ? shown : shown.Replace("\n", kept.NewLine, StringComparison.Ordinal));
    }

    private void Append(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Ours($"{new string('#', heading.Level)} {Line(heading.Text)}\n");
                break;
            case Block.Paragraph paragraph:
                Ours($"{Line(paragraph.Text)}\n");
                break;
            case Block.Remark remark:
                Ours($"> {Line(remark.Text)}\n");
                break;
            case Block.Bullets list:
                List(list.Items, _ => "- ");
                break;
            case Block.Numbers list:
                List(list.Items, i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. "));
                break;
            case Block.Checks list:
                List(list.Items, _ => "- [ ] ");
                break;
            case Block.Table table:
                Ours($"| {string.Join(" | ", table.Heads)} |\n|{string.Concat(Enumerable.Repeat(" --- |", table.Heads.Count))}\n");
                foreach (var row in table.Rows)
                {
                    Ours($"| {string.Join(" | ", row.Select(Cell))} |\n");
                }

                break;
            case Block.Example example:
                Ours($"```{example.Language}\n{example.Text}```\n");
                break;
            case Block.Kept place:
                Keep(place.Name, kept.Find(place.Name));
                break;
            default:
                throw new InvalidOperationException($"There is no way to write {block.GetType().Name}.");
        }
    }

    private void List(IReadOnlyList<Rich> items, Func<int, string> sign)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Ours($"{sign(i)}{Line(items[i])}\n");
        }
    }

    private void Keep(string name, string? content)
    {
        Ours($"{KeptParts.BeginOf(name)}\n");
        if (content is null)
        {
            Ours("\n");
        }
        else
        {
            _text.Append(content);
        }

        Ours($"{KeptParts.EndOf(name)}\n");
    }

    private void AppendGone()
    {
        var gone = kept.Without(page.KeptNames);
        if (gone.Count == 0)
        {
            return;
        }

        Ours($"## {KeptParts.GoneTitle}\n\n");
        foreach (var (name, content) in gone)
        {
            Keep(name, content);
            Ours("\n");
        }
    }

    // What begins a line must not read as a list, a number or a heading underlined.
    private static string Line(Rich rich)
    {
        var line = Cell(rich);
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (line is ['-' or '+' or '=', ..])
        {
            return "\\" + line;
        }

        return digits > 0 && line.AsSpan(digits) is ['.' or ')', ..] ? $"{line[..digits]}\\{line[digits..]}" : line;
    }

    private static string Cell(Rich rich) => string.Concat(rich.Parts.Select(Piece)).Trim();

    private static string Piece(Inline part) => part switch
    {
        Inline.Words words => MarkdownText.Escape(words.Text),
        Inline.Code code => MarkdownText.Code(code.Text),
        Inline.Strong strong => $"**{MarkdownText.Escape(strong.Text)}**",
        Inline.Badge { Tone: Tone.Bad } badge => $"**{MarkdownText.Escape(badge.Text)}**",
        Inline.Badge badge => MarkdownText.Escape(badge.Text),
        Inline.Link link => $"[{(link.IsCode ? MarkdownText.Code(link.Text) : MarkdownText.Escape(link.Text))}]({link.Target})",
        _ => throw new InvalidOperationException($"There is no way to write {part.GetType().Name}."),
    };
}

using System.Globalization;
using System.Text;

namespace Warder.Reports.Documents;

/// <summary>A document before it is written in a format: its title and blocks, in order.</summary>
internal sealed class DocumentPage
{
    private readonly List<Block> _blocks = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public DocumentPage(DocumentKind kind, string title)
    {
        Kind = kind;
        Title = title;
        Heading(1, title);
    }

    public DocumentKind Kind { get; }

    public string Title { get; }

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>The names of its places for words written by hand.</summary>
    public IReadOnlySet<string> KeptNames => _kept;

    /// <summary>The id under which a heading of this text is found: as the platforms that show Markdown make it.</summary>
    public static string IdOf(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (c == ' ')
            {
                id.Append('-');
            }
        }

        return id.ToString();
    }

    public void Heading(int level, string text, bool isCode = false) =>
        _blocks.Add(new Block.Heading(level, isCode ? new Inline.Code(text) : new Inline.Words(text), Unique(_ids, IdOf(text))));

    public void Paragraph(Rich text) => _blocks.Add(new Block.Paragraph(text));

    public void Remark(Rich text) => _blocks.Add(new Block.Remark(text));

    public void Bullets(params IReadOnlyList<Rich> items) => _blocks.Add(new Block.Bullets(items));

    public void Numbers(params IReadOnlyList<Rich> items) => _blocks.Add(new Block.Numbers(items));

    public void Checks(params IReadOnlyList<Rich> items) => _blocks.Add(new Block.Checks(items));

    public void Table(string caption, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<Rich>> rows)
    {
        if (rows.Count > 0)
        {
            _blocks.Add(new Block.Table(caption, heads, rows));
        }
    }

    public void Example(string language, string text, bool isGood) => _blocks.Add(new Block.Example(language, text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n", isGood));

    public void Kept(string name) => _blocks.Add(new Block.Kept(Unique(_kept, name)));

    private static string Unique(HashSet<string> taken, string name)
    {
        var wanted = name.Length == 0 ? "part" : name;
        var unique = wanted;
        for (var i = 1; !taken.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{i}");
        }

        return unique;
    }
}

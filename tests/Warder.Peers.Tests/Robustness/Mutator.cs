using System.Text;

namespace Warder.Peers.Tests.Robustness;

/// <summary>Breaks texts the way people, editors and merges do, and in ways that nobody does; the same seed breaks them the same way.</summary>
internal sealed class Mutator
{
    private static readonly string[] Pieces =
    [
        "${{", "}}", "${{ secrets.A || secrets['b'] }}", "secrets: inherit", "${{ github.token }}", "|", ">-", ">+2", "&a ", "*a", "<<: *a", "!!binary ", "---\n",
        "...\n", "? ", "- ", ": ", ":", "#", "'", "\"", "\\", "[", "]", "{", "}", "\t", "\r", "\n", "\r\n", "\u0085", "\u2028", "\ufeff", "\u0000", "\u00a0", "😀",
        "\ud800", "\udc00", "e\u0301", "\u202e", "%", "@", "`", "$(", "$((", "${", "<<EOF\n", "|| true", "&&", "if [[", "@'\n", "`n", "```\n", "<!--", "-->", "~", "null",
        "# warder: ignore[unregistered-token] because", "permissions: write-all\n", "uses: ./.github/workflows/a.yml\n", "expires: 0000-00-00", "9999-12-31", "**", "../..",
    ];

    private readonly Random _random;

    public Mutator(int seed) => _random = new Random(seed);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Whether something happens that happens once in so many times.</summary>
    public bool OnceIn(int times) => _random.Next(times) == 0;

    /// <summary>A text with one to four things broken.</summary>
    public string Break(string text)
    {
        for (var times = _random.Next(1, 5); times > 0; times--)
        {
            text = BreakOnce(text);
        }

        return text;
    }

    /// <summary>Text made of pieces alone.</summary>
    public string Soup()
    {
        var soup = new StringBuilder();
        for (var length = _random.Next(60); length > 0; length--)
        {
            soup.Append(_random.Next(3) == 0 ? ((char)_random.Next(0x20, 0x7f)).ToString() : Pick(Pieces));
        }

        return soup.ToString();
    }

    private string BreakOnce(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 40), text.Length - at);
        return _random.Next(9) switch
        {
            0 => text.Insert(at, Pick(Pieces)),
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            4 when at < text.Length => text[..at] + (char)(text[at] ^ (1 << _random.Next(8))) + text[(at + 1)..],
            5 => text.Insert(at, Soup()),
            _ => BreakLines(text),
        };
    }

    private string BreakLines(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = _random.Next(lines.Count);
        var other = _random.Next(lines.Count);
        switch (_random.Next(7))
        {
            case 0:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 1:
                lines[at] = new string(' ', _random.Next(1, 5)) + lines[at];
                break;
            case 2:
                lines[at] = lines[at].TrimStart(' ');
                break;
            case 3:
                lines.Insert(other, lines[at]);
                break;
            case 4:
                lines.RemoveAt(at);
                break;
            case 5:
                lines[at] = lines[at].Replace("  ", "\t", StringComparison.Ordinal);
                break;
            default:
                return text.ReplaceLineEndings(_random.Next(2) == 0 ? "\r\n" : "\r");
        }

        return string.Join('\n', lines);
    }
}

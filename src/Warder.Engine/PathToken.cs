namespace Warder.Engine;

/// <summary>A piece of a path pattern.</summary>
internal readonly record struct PathToken(PathTokenKind Kind, char Character = '\0', string Set = "", bool Negated = false)
{
    /// <summary>Whether it may stand for nothing.</summary>
    public bool MayBeEmpty => Kind is PathTokenKind.Star or PathTokenKind.Deep or PathTokenKind.Folders;

    /// <summary>Whether one code unit fits.</summary>
    public bool Fits(char c) => Kind switch
    {
        PathTokenKind.Literal => c == Character,
        PathTokenKind.Any => c != '/',
        _ => c != '/' && Set.Contains(c, StringComparison.Ordinal) != Negated,
    };

    /// <summary>Reads a normalised pattern.</summary>
    public static PathToken[] Read(string text)
    {
        var tokens = new List<PathToken>(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            at = ReadOne(text, at, tokens);
        }

        return [.. tokens];
    }

    private static int ReadOne(string text, int at, List<PathToken> tokens)
    {
        switch (text[at])
        {
            case '*':
                return ReadStars(text, at, tokens);
            case '?':
                tokens.Add(new PathToken(PathTokenKind.Any));
                return at + 1;
            case '[' when text.IndexOf(']', at + 1) is var close && close > at + 1:
                return ReadSet(text, at, close, tokens);
            default:
                tokens.Add(new PathToken(PathTokenKind.Literal, text[at]));
                return at + 1;
        }
    }

    private static int ReadStars(string text, int at, List<PathToken> tokens)
    {
        var end = at;
        while (end < text.Length && text[end] == '*')
        {
            end++;
        }

        if (end - at == 1)
        {
            tokens.Add(new PathToken(PathTokenKind.Star));
            return end;
        }

        if ((at == 0 || text[at - 1] == '/') && end < text.Length && text[end] == '/')
        {
            tokens.Add(new PathToken(PathTokenKind.Folders));
            return end + 1;
        }

        tokens.Add(new PathToken(PathTokenKind.Deep));
        return end;
    }

    private static int ReadSet(string text, int at, int close, List<PathToken> tokens)
    {
        var negated = text[at + 1] is '!' or '^' && close > at + 2;
        var set = new System.Text.StringBuilder();
        for (var i = at + (negated ? 2 : 1); i < close; i++)
        {
            if (i + 2 < close && text[i + 1] == '-' && text[i] <= text[i + 2] && text[i + 2] - text[i] < 256)
            {
                for (var c = text[i]; c <= text[i + 2]; c++)
                {
                    set.Append(c);
                }

                i += 2;
            }
            else
            {
                set.Append(text[i]);
            }
        }

        tokens.Add(new PathToken(PathTokenKind.Set, Set: set.ToString(), Negated: negated));
        return close + 1;
    }
}

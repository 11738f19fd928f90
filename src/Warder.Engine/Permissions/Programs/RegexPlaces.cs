namespace Warder.Engine.Permissions.Programs;

/// <summary>Tells where a <c>/</c> in JavaScript starts a regular expression and where it divides, by what stands before it.</summary>
internal sealed class RegexPlaces
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "return", "typeof", "case", "in", "of", "delete", "void", "do", "else", "await", "yield", "instanceof", "throw", "new", "default" };
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "if", "while", "for", "with" };
    private readonly Stack<bool> _heads = [];
    private bool _isHead;
    private char _last;

    /// <summary>Whether an expression may start at the place.</summary>
    public bool MayStart { get; private set; } = true;

    public void PassWord(ReadOnlySpan<char> word)
    {
        var isProperty = _last == '.';
        MayStart = !isProperty && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        // `for await (…)`
        _isHead = !isProperty && (Heads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (_isHead && word is "await"));
        _last = 'a';
    }

    /// <summary>A string, a regular expression or a template; one that stops at a hole goes on with code.</summary>
    public void PassValue(bool isHole) => (MayStart, _isHead, _last) = (isHole, false, '"');

    public void PassSign(char sign)
    {
        switch (sign)
        {
            case '(':
                _heads.Push(_isHead);
                MayStart = true;
                break;
            case ')':
                MayStart = _heads.TryPop(out var isHead) && isHead;
                break;
            case '+' or '-':
                MayStart = _last != sign;
                break;
            case '>':
                MayStart = _last == '=';
                break;
            default:
                // `</p>` closes an element.
                MayStart = !(sign is ']' or '.' or '<' || char.IsLetter(sign));
                break;
        }

        _isHead = false;
        _last = sign;
    }

    /// <summary>The end of an expression and its flags; -1 where its line ends before it does.</summary>
    public static int End(string text, int start)
    {
        var isClass = false;
        for (var at = start + 1; at < text.Length && text[at] is not ('\n' or '\r'); at++)
        {
            switch (text[at])
            {
                case '\\':
                    at += at + 1 < text.Length && text[at + 1] is '\n' or '\r' ? 0 : 1;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '/' when !isClass:
                    at++;
                    while (at < text.Length && char.IsAsciiLetter(text[at]))
                    {
                        at++;
                    }

                    return at;
            }
        }

        return -1;
    }
}

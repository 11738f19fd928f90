using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>Finds the tokens that a range of a text names.</summary>
internal sealed class MentionFinder
{
    private const string Secrets = "secrets.";
    private readonly string _text;
    private readonly TokenNames _names;

    public MentionFinder(string text, TokenNames names)
    {
        _text = text;
        _names = names;
    }

    /// <summary>The mentions in a range, in order.</summary>
    /// <param name="isCode">Whether the range is code.</param>
    /// <param name="isWhole">Whether the range is a code span, which may be nothing but a name.</param>
    public void Find(TextSpan range, bool isCode, bool isWhole, List<FoundMention> found)
    {
        var at = range.Start;
        while (at < range.End)
        {
            if (!VariableSyntax.IsPart(_text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < range.End && VariableSyntax.IsPart(_text[end]))
            {
                end++;
            }

            if (TryMention(range, at, end, isCode, isWhole, out var mention))
            {
                found.Add(mention);
            }

            at = end;
        }
    }

    private bool TryMention(TextSpan range, int start, int end, bool isCode, bool isWhole, out FoundMention mention)
    {
        mention = default;
        var word = _text.AsSpan(start, end - start);
        if (word.Length < 3)
        {
            return false;
        }

        // Nearly every word of a document ends here.
        var isSecret = Before(start) == '.' && StandsBefore(start, Secrets);
        var isKnown = !isSecret && _names.Contains(word);
        if (!isSecret && !isKnown && !isWhole && word is not "token")
        {
            return false;
        }

        if (IsPathPart(start, end, range.End))
        {
            return false;
        }

        if (isSecret)
        {
            return TrySecret(word, start, end, out mention);
        }

        if (isCode && word is "token" && StandsBefore(start, "github.") && !VariableSyntax.IsPart(Before(start - "github.".Length)))
        {
            mention = new FoundMention(TokenReference.Default, TextSpan.FromBounds(start - "github.".Length, end), MentionForm.Reference);
            return true;
        }

        if (isCode && IsBoundToAnother(end, range.End))
        {
            return false;
        }

        var isReference = IsReference(start, end, range.End);
        if (!isKnown)
        {
            // An unknown name counts only where the text can mean nothing else.
            var isAlone = isWhole && start - range.Start <= 1 && end == range.End && TokenLike.IsCertain(word);
            if (!isAlone)
            {
                return false;
            }
        }

        mention = new FoundMention(TokenReference.Named(word.ToString()), TextSpan.FromBounds(start, end), isReference ? MentionForm.Reference : MentionForm.Name);
        return true;
    }

    private bool TrySecret(ReadOnlySpan<char> word, int start, int end, out FoundMention mention)
    {
        mention = default;
        var first = start - Secrets.Length;
        var isCall = end < _text.Length && _text[end] == '(';
        var isExpression = _text.AsSpan(Math.Max(0, first - 60), Math.Min(60, first)).LastIndexOf("${{") is var open && open >= 0;
        var isCapital = !word.ContainsAnyInRange('a', 'z');
        if (isCall || VariableSyntax.IsPart(Before(first)) || (!isCapital && !isExpression) || !VariableSyntax.IsName(word))
        {
            return false;
        }

        var token = TokenReference.Named(word.ToString());
        if (!_names.Contains(token.Name) && TokenLike.IsPlaceholder(word))
        {
            return false;
        }

        mention = new FoundMention(token, TextSpan.FromBounds(first, end), MentionForm.Reference);
        return true;
    }

    private char Before(int at) => at > 0 ? _text[at - 1] : ' ';

    private bool StandsBefore(int at, string what) => at >= what.Length && string.CompareOrdinal(_text, at - what.Length, what, 0, what.Length) == 0;

    // docs/GITHUB_TOKEN.md names a file.
    private bool IsPathPart(int start, int end, int limit)
    {
        var isFile = end + 1 < limit && _text[end] == '.' && char.IsAsciiLetterLower(_text[end + 1]);
        return isFile || (Before(start) is '/' or '-' && char.IsLetterOrDigit(Before(start - 1)));
    }

    // In GITHUB_TOKEN: ${{ secrets.X }} and export GITHUB_TOKEN="$X" the name is a variable that is given another token.
    private bool IsBoundToAnother(int end, int limit)
    {
        if (end + 1 >= limit || _text[end] is not ('=' or ':') || _text[end + 1] is '=' or '-')
        {
            return false;
        }

        var value = _text.AsSpan(end + 1, Math.Min(VariableSyntax.LineEnd(_text, end), limit) - end - 1).TrimStart(" \"'");
        return value.StartsWith('$');
    }

    private bool IsReference(int start, int end, int limit)
    {
        if (Before(start) is '$' or '%' || StandsBefore(start, "--env ") || StandsBefore(start, " -e ") || StandsBefore(start, "${") || StandsBefore(start, "env.") || StandsBefore(start, "env:"))
        {
            return true;
        }

        if (end < limit && _text[end] is '=' or ':')
        {
            return end + 1 < limit && _text[end + 1] != '=';
        }

        return StandsBefore(start, "environ[\"") || StandsBefore(start, "environ['") || StandsBefore(start, "etenv(\"") || StandsBefore(start, "etenv('");
    }
}

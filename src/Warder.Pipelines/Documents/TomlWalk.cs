using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>Reads TOML configurations line by line: enough for the variables that they name.</summary>
internal sealed class TomlWalk
{
    private readonly string _text;
    private readonly TokenNames _names;
    private readonly MentionFinder _finder;
    private readonly MentionList _mentions;

    public TomlWalk(SourceText source, TokenNames names, MentionList mentions)
    {
        _text = source.Text;
        _names = names;
        _finder = new MentionFinder(source.Text, names);
        _mentions = mentions;
    }

    public void Visit()
    {
        var found = new List<FoundMention>();
        for (var start = 0; start < _text.Length; start++)
        {
            var end = VariableSyntax.LineEnd(_text, start);
            found.Clear();
            var content = ContentEnd(start, end);
            _finder.Find(TextSpan.FromBounds(start, content), isCode: true, isWhole: false, found);
            AddNamed(start, content, found);
            foreach (var mention in found)
            {
                _mentions.Add(mention, MentionStance.Advises, isInCode: true);
            }

            start = end;
        }
    }

    // bearer_token_env_var = "X", env_vars = ["X"], env = { "X" = "..." }
    private void AddNamed(int start, int end, List<FoundMention> found)
    {
        var line = _text.AsSpan(start, end - start);
        var key = line.TrimStart();
        if (key.IndexOf('=') is var equals && equals < 0 || key[..equals].IndexOf("env", StringComparison.Ordinal) < 0)
        {
            return;
        }

        for (var at = start; at < end; at++)
        {
            var nameEnd = Math.Min(end, VariableSyntax.End(_text, at));
            if (nameEnd <= at)
            {
                continue;
            }

            var name = _text.AsSpan(at, nameEnd - at);
            if (at > start && _text[at - 1] is '"' or '\'' && TokenLike.IsName(name) && !_names.Contains(name))
            {
                found.Add(new FoundMention(TokenReference.Named(name.ToString()), TextSpan.FromBounds(at, nameEnd), MentionForm.Reference));
            }

            at = nameEnd;
        }
    }

    private int ContentEnd(int start, int end)
    {
        var quote = '\0';
        for (var at = start; at < end; at++)
        {
            var c = _text[at];
            if (quote == '\0' && c == '#')
            {
                return at;
            }

            if (c is '"' or '\'' && (quote == '\0' || quote == c))
            {
                quote = quote == '\0' ? c : '\0';
            }
        }

        return end;
    }
}

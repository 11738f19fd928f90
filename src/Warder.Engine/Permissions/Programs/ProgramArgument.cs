using System.Text;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>Reads arguments of a call as the words of a shell: literal texts as they stand, what is computed as a variable.</summary>
internal sealed class ProgramArgument
{
    private const string Computed = "${value}";
    private const int MaxNames = 3;
    private const int MaxParts = 40;
    private const int MaxWork = 1_000_000;
    private readonly string _code;
    private readonly ScriptLanguage _language;
    private readonly Lazy<ProgramNames> _names;
    private readonly Dictionary<(string Name, int Names), string?> _named = [];

    public ProgramArgument(string code, ScriptLanguage language)
    {
        _code = code;
        _language = language;
        _names = new Lazy<ProgramNames>(() => ProgramNames.Of(code, language));
    }

    /// <summary>How many parts and characters were set together so far; behind a bound for the whole program, no argument is told.</summary>
    public int Work { get; private set; }

    /// <summary>The text of one argument; null where no part of it is literal.</summary>
    public string? Text(int at, out int end, int names = 0)
    {
        var text = new StringBuilder();
        var isLiteral = false;
        end = at;
        for (var parts = 0; ; parts++)
        {
            if (parts == MaxParts || Work++ >= MaxWork)
            {
                end = EndOfArgument(end);
                return null;
            }

            at = Skip(end);
            if (LiteralAt(at, out var literal, out end))
            {
                isLiteral = true;
                Work += literal.Length;
                text.Append(literal);
            }
            else
            {
                end = EndOfPart(at);
                var named = names < MaxNames ? Named(_code[at..end].Trim(), names) : null;
                isLiteral |= named is not null;
                Work += named?.Length ?? 0;
                text.Append(named ?? (end > at ? Computed : ""));
            }

            // Python sets literals side by side together.
            var next = Skip(end);
            if (next < _code.Length && _code[next] == '+')
            {
                end = next + 1;
            }
            else if (_language != ScriptLanguage.Python || next >= _code.Length || !LiteralAt(next, out _, out _))
            {
                end = IsEnd(next) ? next : EndOfArgument(next);
                // A method or a choice makes another text of it.
                return isLiteral && IsEnd(next) ? text.ToString() : null;
            }
        }
    }

    /// <summary>The words of a list: <c>['pr', 'view', number]</c>; null where it is no list.</summary>
    public string? Words(int at, out int end, int names = 0)
    {
        at = Skip(at);
        end = at;
        if (at >= _code.Length || _code[at] is not ('[' or '('))
        {
            end = EndOfPart(at);
            return names < MaxNames ? NamedWords(_code[at..end].Trim(), names) : null;
        }

        var words = new List<string>();
        end = at + 1;
        while (Skip(end) is var next && next < _code.Length && _code[next] is not (']' or ')'))
        {
            if (words.Count == MaxParts || Work >= MaxWork)
            {
                return null;
            }

            if (_code[next] == ',')
            {
                end = next + 1;
                continue;
            }

            var isSpread = _code.AsSpan(next).StartsWith("...") || _code[next] == '*';
            words.Add(isSpread ? Spread(next, out end) : Word(Text(next, out end)));
            end = Math.Max(end, next + 1);
        }

        end = Math.Min(end + 1, _code.Length);
        if (Skip(end) is var joined && joined < _code.Length && _code[joined] == '+')
        {
            words.Add(Computed);
        }

        return string.Join(' ', words);
    }

    public int Skip(int at)
    {
        while (at < _code.Length && char.IsWhiteSpace(_code[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>A text as one word of a shell.</summary>
    public static string Word(string? text) => text is null ? $"\"{Computed}\""
        : text.Contains(Computed, StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : $"'{text.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";

    private string Spread(int at, out int end)
    {
        end = EndOfArgument(at);
        return Computed;
    }

    private bool IsEnd(int at) => at >= _code.Length || _code[at] is ',' or ')' or ']' or '}' or ';' || _code[at - 1] == '\n' || IsOnNextLine(at);

    private bool IsOnNextLine(int at) => _code.AsSpan(0, at).TrimEnd(" \t\r") is [.., '\n'] && _code[at] is not ('.' or '?');

    /// <summary>What a name stands for that is set once: <c>const cmd = `gh run list`</c>.</summary>
    private string? Named(string name, int names)
    {
        if (!_named.TryGetValue((name, names), out var text))
        {
            text = ValueOf(name) is var at and >= 0 ? Text(at, out _, names + 1) : null;
            _named[(name, names)] = text;
        }

        return text;
    }

    private string? NamedWords(string name, int names) =>
        ValueOf(name) is var at and >= 0 && Skip(at) is var start && start < _code.Length && _code[start] == '[' && !_names.Value.IsChanged(name) ? Words(start, out _, names + 1) : null;

    private int ValueOf(string name) => name.Length > 0 && name.All(IsOfName) ? _names.Value.ValueOf(name) : -1;

    private bool LiteralAt(int at, out string text, out int end)
    {
        text = "";
        end = at;
        var isFormat = false;
        var isRaw = false;
        while (_language == ScriptLanguage.Python && at < _code.Length && char.ToLowerInvariant(_code[at]) is var prefix and ('f' or 'r' or 'b' or 'u'))
        {
            isFormat |= prefix == 'f';
            isRaw |= prefix == 'r';
            at++;
        }

        if (at >= _code.Length || _code[at] is not ('"' or '\'' or '`'))
        {
            return false;
        }

        end = ProgramCode.EndOfString(_code, at, _language);
        var isLong = _language == ScriptLanguage.Python && end - at >= 6 && _code[at + 1] == _code[at] && _code[at + 2] == _code[at];
        var quotes = isLong ? 3 : 1;
        text = Unfilled(_code[(at + quotes)..Math.Max(end - quotes, at + quotes)], _code[at] == '`' ? "${" : isFormat ? "{" : null, isRaw);
        return true;
    }

    private string Unfilled(string text, string? hole, bool isRaw)
    {
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (hole is not null && text.AsSpan(at).StartsWith(hole))
            {
                if (hole == "{" && at + 1 < text.Length && text[at + 1] == '{')
                {
                    result.Append('{');
                    at += 2;
                    continue;
                }

                at = ProgramCode.EndOfHole(text, at + hole.Length, _language);
                result.Append(Computed);
            }
            else if (text[at] == '\\' && at + 1 < text.Length && !isRaw)
            {
                result.Append(text[at + 1] switch { 'n' => '\n', 't' => '\t', '\n' => ' ', var c => c });
                at += 2;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    /// <summary>The end of a part that is computed: at a sign that ends the argument or joins it with the next.</summary>
    private int EndOfPart(int at) => End(at, stopAtPlus: true);

    private int EndOfArgument(int at) => End(at, stopAtPlus: false);

    private int End(int at, bool stopAtPlus)
    {
        var depth = 0;
        while (at < _code.Length)
        {
            switch (_code[at])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth-- == 0:
                    return at;
                case ',' or ';' when depth == 0:
                    return at;
                case '+' when depth == 0 && stopAtPlus:
                    return at;
                case '\n' when depth == 0 && stopAtPlus:
                    var next = Skip(at);
                    if (next < _code.Length && _code[next] is not ('+' or '.' or '?' or ':' or '|' or '&'))
                    {
                        return at;
                    }

                    at = next;
                    continue;
                case '"' or '\'' or '`':
                    at = ProgramCode.EndOfString(_code, at, _language);
                    continue;
            }

            at++;
        }

        return _code.Length;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}

using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Programs;

/// <summary>The functions that stand at the top of a program in JavaScript, and which of them a call of one reaches.</summary>
internal sealed class ProgramFunctions
{
    private static readonly string[] Modifiers = ["export", "default", "async", "const", "let", "var", "function", "function*"];
    private readonly string _code;
    private readonly Dictionary<string, TextSpan> _functions = new(StringComparer.Ordinal);

    private ProgramFunctions(string code) => _code = code;

    /// <summary>Reads a program.</summary>
    /// <param name="text">Its text.</param>
    public static ProgramFunctions Of(string text)
    {
        var functions = new ProgramFunctions(ProgramCode.Of(text, ScriptLanguage.JavaScript));
        functions.Search();
        return functions;
    }

    /// <summary>The ranges of all functions that calls of some do not reach, as far as names tell; null where one of them is not seen.</summary>
    public IReadOnlyList<TextSpan>? NotReached(IEnumerable<string> called)
    {
        var reached = new HashSet<string>(called, StringComparer.Ordinal);
        if (!reached.All(_functions.ContainsKey))
        {
            return null;
        }

        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            foreach (var word in WordsOf(_functions[name]))
            {
                if (_functions.ContainsKey(word) && reached.Add(word))
                {
                    open.Enqueue(word);
                }
            }
        }

        return [.. _functions.Where(f => !reached.Contains(f.Key)).Select(f => f.Value)];
    }

    /// <summary>A text with spaces in the place of some ranges.</summary>
    public static string Without(string text, IEnumerable<TextSpan> ranges)
    {
        var left = text.ToCharArray();
        foreach (var range in ranges)
        {
            Array.Fill(left, ' ', range.Start, range.Length);
        }

        return new string(left);
    }

    private void Search()
    {
        for (var at = 0; at < _code.Length;)
        {
            if (TryFunction(at, out var name, out var end))
            {
                _functions[name] = TextSpan.FromBounds(at, end);
                at = end;
                continue;
            }

            at = EndOfStatement(at);
        }
    }

    /// <summary><c>async function name(…) { … }</c>, <c>const name = (…) =&gt; { … }</c>, <c>exports.name = function (…) { … }</c>.</summary>
    private bool TryFunction(int start, out string name, out int end)
    {
        name = "";
        end = start;
        var at = start;
        var isFunction = false;
        while (Word(ref at) is { Length: > 0 } word)
        {
            if (Array.IndexOf(Modifiers, word) < 0)
            {
                name = word[(word.LastIndexOf('.') + 1)..];
                break;
            }

            isFunction |= word.StartsWith("function", StringComparison.Ordinal);
        }

        if (name.Length == 0)
        {
            return false;
        }

        if (!isFunction)
        {
            at = Skip(at);
            if (at >= _code.Length || _code[at] != '=' || !IsFunctionValue(ref at))
            {
                return false;
            }
        }

        var body = BodyFrom(at);
        end = body < 0 ? start : Close(body);
        return body >= 0;
    }

    /// <summary>Whether a function is what is assigned; leaves the place behind its arrow or its word.</summary>
    private bool IsFunctionValue(ref int at)
    {
        at++;
        var next = at;
        var word = Word(ref next);
        if (word == "async")
        {
            at = next;
            word = Word(ref next);
        }

        if (word.StartsWith("function", StringComparison.Ordinal))
        {
            at = next;
            return true;
        }

        next = word.Length > 0 ? Skip(next) : Skip(at);
        next = word.Length == 0 && next < _code.Length && _code[next] == '(' ? Skip(Close(next)) : next;
        at = next + 2;
        return next + 1 < _code.Length && _code[next] == '=' && _code[next + 1] == '>';
    }

    /// <summary>The brace of a body, behind parameters or an arrow; -1 for a body that is an expression.</summary>
    private int BodyFrom(int at)
    {
        at = Skip(at);
        // A name of its own behind `function`.
        while (at < _code.Length && (IsOfName(_code[at]) || _code[at] == '*'))
        {
            at++;
        }

        at = Skip(at);
        at = at < _code.Length && _code[at] == '(' ? Skip(Close(at)) : at;
        return at < _code.Length && _code[at] == '{' ? at : -1;
    }

    private int EndOfStatement(int at)
    {
        while (at < _code.Length)
        {
            switch (_code[at])
            {
                case ';' or '\n':
                    return at + 1;
                case '(' or '{' or '[':
                    at = Close(at);
                    break;
                case '"' or '\'' or '`':
                    at = ProgramCode.EndOfString(_code, at, ScriptLanguage.JavaScript);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return at;
    }

    /// <summary>The place behind the bracket that closes one; the end of the text where nothing does.</summary>
    private int Close(int at)
    {
        var depth = 0;
        while (at < _code.Length)
        {
            switch (_code[at])
            {
                case '(' or '{' or '[':
                    depth++;
                    break;
                case ')' or '}' or ']' when --depth == 0:
                    return at + 1;
                case '"' or '\'' or '`':
                    at = ProgramCode.EndOfString(_code, at, ScriptLanguage.JavaScript);
                    continue;
            }

            at++;
        }

        return _code.Length;
    }

    private int Skip(int at)
    {
        while (at < _code.Length && char.IsWhiteSpace(_code[at]))
        {
            at++;
        }

        return at;
    }

    private string Word(ref int at)
    {
        var start = Skip(at);
        var end = start;
        while (end < _code.Length && (IsOfName(_code[end]) || _code[end] is '.' || (_code[end] == '*' && end > start)))
        {
            end++;
        }

        at = end > start ? end : at;
        return _code[start..end];
    }

    private IEnumerable<string> WordsOf(TextSpan range)
    {
        for (var at = range.Start; at < range.End;)
        {
            var start = at;
            while (at < range.End && IsOfName(_code[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return _code[start..at];
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}

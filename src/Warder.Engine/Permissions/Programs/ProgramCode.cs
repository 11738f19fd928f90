using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>A program's text without its comments: as long as the text, with spaces in their place and <c>[ ]</c> for regular expressions.</summary>
internal static class ProgramCode
{
    private const int MaxDepth = 32;

    public static string Of(string text, ScriptLanguage language) => language == ScriptLanguage.Python ? OfPython(text) : OfJavaScript(text);

    private static string OfPython(string text)
    {
        char[]? code = null;
        for (var at = 0; text.AsSpan(at).IndexOfAny('#', '"', '\'') is >= 0 and var next;)
        {
            var start = at + next;
            if (text[start] == '#')
            {
                at = EndOfLine(text, start);
                Blank(code ??= text.ToCharArray(), start, at);
            }
            else
            {
                at = EndOfString(text, start, ScriptLanguage.Python);
            }
        }

        return code is null ? text : new string(code);
    }

    private static string OfJavaScript(string text)
    {
        char[]? code = null;
        var walk = new ProgramWalk(text, ScriptLanguage.JavaScript);
        var places = new RegexPlaces();
        while (walk.At < text.Length)
        {
            var at = walk.At;
            var end = JavaScriptComment(text, at);
            if (end > at)
            {
                Blank(code ??= text.ToCharArray(), at, end);
                walk.At = end;
            }
            else if (text[at] == '/' && places.MayStart && RegexPlaces.End(text, at) is > 0 and var close)
            {
                code ??= text.ToCharArray();
                Blank(code, at, close);
                (code[at], code[close - 1]) = ('[', ']');
                places.PassValue(isHole: false);
                walk.At = close;
            }
            else if (walk.StepOver())
            {
                places.PassValue(isHole: text[Math.Min(walk.At, text.Length) - 1] == '{');
            }
            else
            {
                walk.At = Pass(text, at, places);
            }
        }

        return code is null ? text : new string(code);
    }

    /// <summary>The end of a string that starts at a quote; of one that nobody closes, the end of its line.</summary>
    public static int EndOfString(string text, int start, ScriptLanguage language, int depth = 0)
    {
        var quote = text[start];
        var isLong = language == ScriptLanguage.Python && IsTriple(text, start);
        var at = start + (isLong ? 3 : 1);
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            var next = isLong ? rest.IndexOfAny('\\', quote) : rest.IndexOfAny('\\', quote, quote == '`' ? '$' : '\n');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (text[at] == '\\')
            {
                at += 2;
                continue;
            }

            if (text[at] == quote && (!isLong || IsTriple(text, at)))
            {
                return at + (isLong ? 3 : 1);
            }

            if (text[at] == '\n')
            {
                return at;
            }

            at = quote == '`' && text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{' ? EndOfHole(text, at + 2, language, depth) : at + 1;
        }

        return text.Length;
    }

    /// <summary>The end of <c>${…}</c>, behind its brace; of those that nest deeper than anybody writes, the end of the text.</summary>
    public static int EndOfHole(string text, int at, ScriptLanguage language, int depth = 0)
    {
        if (depth >= MaxDepth)
        {
            return text.Length;
        }

        for (var open = 1; at < text.Length;)
        {
            switch (text[at])
            {
                case '{':
                    open++;
                    break;
                case '}' when --open == 0:
                    return at + 1;
                case '"' or '\'' or '`':
                    at = EndOfString(text, at, language, depth + 1);
                    continue;
            }

            at++;
        }

        return text.Length;
    }

    private static int Pass(string text, int at, RegexPlaces places)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '$'))
        {
            at++;
        }

        if (at > start)
        {
            places.PassWord(text.AsSpan(start, at - start));
            return at;
        }

        if (!char.IsWhiteSpace(text[at]))
        {
            places.PassSign(text[at]);
        }

        return at + 1;
    }

    private static bool IsTriple(string text, int at) => at + 2 < text.Length && text[at + 1] == text[at] && text[at + 2] == text[at];

    private static int JavaScriptComment(string text, int at)
    {
        if (text[at] != '/' || at + 1 >= text.Length || text[at + 1] is not ('/' or '*'))
        {
            // The line that names the interpreter.
            return at == 0 && text.StartsWith("#!", StringComparison.Ordinal) ? EndOfLine(text, at) : at;
        }

        if (text[at + 1] == '/')
        {
            return EndOfLine(text, at);
        }

        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        // What nobody closes is no comment.
        return end < 0 ? at : end + 2;
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static void Blank(char[] code, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            code[i] = code[i] is '\n' or '\r' ? code[i] : ' ';
        }
    }
}

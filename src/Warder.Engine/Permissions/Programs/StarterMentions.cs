namespace Warder.Engine.Permissions.Programs;

/// <summary>Tells the places of a program in JavaScript that only name a function which starts programs, or its module, from those that hand it on under another name.</summary>
internal sealed class StarterMentions
{
    private const int MaxList = 500;
    private const int MaxMentions = 400;
    // Parts of modules through which they start programs.
    private static readonly string[] Parts = ["default", "sync", "command", "commandSync", "node", "shell", "promises", "script", "x"];
    private readonly string _code;
    private readonly ModuleNames _modules;
    private int _seen;

    public StarterMentions(string code, ModuleNames modules)
    {
        _code = code;
        _modules = modules;
    }

    /// <summary>Whether a function is handed on by its name at a place where it is not called.</summary>
    public bool HandsOnFunction(int start, int end)
    {
        if (++_seen > MaxMentions)
        {
            return true;
        }

        var before = _code.AsSpan(0, start).TrimEnd();
        var after = _code.AsSpan(end).TrimStart();
        if (before is [.., '.'] && !before.EndsWith("..."))
        {
            var receiver = NameBefore(before[..^1].TrimEnd("?"));
            // A property of something else has that name.
            return receiver.Length == 0 ? _modules.IsLoadedBefore(before.Length - 1) : _modules.Has(receiver);
        }

        var name = _code[start..end];
        return !(IsWordBefore(before, "as") || IsWordBefore(before, "typeof") || IsNamed(before, after) || IsListed(start, end)
            || (after is ['.', ..] && _modules.Has(name) && !IsPart(after[1..])));
    }

    /// <summary>Whether a module is handed on at a place that names it.</summary>
    public bool HandsOnModule(int start, int end)
    {
        if (++_seen > MaxMentions)
        {
            return true;
        }

        var before = _code.AsSpan(0, start).TrimEnd();
        var after = _code.AsSpan(end).TrimStart();
        after = after is ['?', '.', ..] ? after[1..] : after;
        return before is [.., '.'] && !before.EndsWith("...") ? false
            : after is ['.', ..] ? IsPart(after[1..])
            : !(IsNamed(before, after) || IsWordBefore(before, "typeof") || IsTakenApart(before) || IsWordBefore(before, "as"));
    }

    /// <summary><c>import name from</c>, <c>import name, { … }</c>, <c>const name = </c>.</summary>
    private static bool IsNamed(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        IsWordBefore(before, "import") || ((IsWordBefore(before, "const") || IsWordBefore(before, "let") || IsWordBefore(before, "var")) && after is ['=' or ':' or ';', ..]);

    /// <summary><c>const { exec } = name;</c></summary>
    private static bool IsTakenApart(ReadOnlySpan<char> before) => before is [.., '='] && before[..^1].TrimEnd() is [.., '}'];

    /// <summary>Within the braces of an import, or of a declaration that takes a module apart, and under its own name.</summary>
    private bool IsListed(int start, int end)
    {
        var open = start;
        while (open > 0 && start - open < MaxList && IsOfList(_code[open - 1]))
        {
            open--;
        }

        var close = end;
        while (close < _code.Length && close - end < MaxList && IsOfList(_code[close]))
        {
            close++;
        }

        var after = _code.AsSpan(end).TrimStart();
        if (open == 0 || close == _code.Length || _code[open - 1] != '{' || _code[close] != '}' || after is not [',' or '}', ..] || !IsFirstOfEntry(start))
        {
            return false;
        }

        var head = _code.AsSpan(0, open - 1).TrimEnd();
        var rest = _code.AsSpan(close + 1).TrimStart();
        return rest.StartsWith("from") ? IsWordBefore(head, "import") || head is [.., ','] || IsWordBefore(head, "type") && IsWordBefore(head[..^4].TrimEnd(), "import")
            : rest is ['=', not ('=' or '>'), ..] && (IsWordBefore(head, "const") || IsWordBefore(head, "let") || IsWordBefore(head, "var"));
    }

    private bool IsFirstOfEntry(int start) => _code.AsSpan(0, start).TrimEnd() is [.., '{' or ','] or [.., 't', 'y', 'p', 'e'];

    private static bool IsPart(ReadOnlySpan<char> behindDot)
    {
        behindDot = behindDot.TrimStart();
        foreach (var part in Parts)
        {
            if (behindDot.StartsWith(part) && (behindDot.Length == part.Length || !IsOfName(behindDot[part.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordBefore(ReadOnlySpan<char> before, string word) =>
        before.EndsWith(word) && (before.Length == word.Length || !(IsOfName(before[^(word.Length + 1)]) || before[^(word.Length + 1)] == '.'));

    private static string NameBefore(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && IsOfName(before[start - 1]))
        {
            start--;
        }

        return before[start..].ToString();
    }

    private static bool IsOfList(char c) => IsOfName(c) || char.IsWhiteSpace(c) || c is ',' or ':';

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}

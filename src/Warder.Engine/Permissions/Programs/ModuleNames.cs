using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>The names under which a program in JavaScript has loaded modules.</summary>
internal sealed class ModuleNames
{
    private const int MaxBack = 200;
    private readonly string _code;
    private readonly Starters _starters = Starters.JavaScript;
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _starting = new(StringComparer.Ordinal);

    private ModuleNames(string code) => _code = code;

    /// <summary>Whether a module that starts programs is handed on, or taken in a way that is not followed.</summary>
    public bool IsOpen { get; private set; }

    /// <param name="code">The program without its comments.</param>
    public static ModuleNames Of(string code)
    {
        var names = new ModuleNames(code);
        foreach (var word in new[] { "from", "require", "import" })
        {
            for (var at = code.IndexOf(word, StringComparison.Ordinal); at >= 0; at = code.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                names.Visit(at, at + word.Length, word == "from");
            }
        }

        return names;
    }

    /// <summary>Whether a name stands for a module.</summary>
    public bool Has(string name) => _all.Contains(name);

    /// <summary>Whether a name stands for a module that starts programs.</summary>
    public bool Starts(string name) => _starting.Contains(name);

    /// <summary>Whether a call that loads a module which starts programs ends before a place: <c>require('child_process')</c>.</summary>
    public bool IsLoadedBefore(int at)
    {
        var before = _code.AsSpan(0, at).TrimEnd(") \t\r\n");
        return before is [.., '\'' or '"'] && before[..^1].LastIndexOf(before[^1]) is >= 0 and var quote && before[quote..].ContainsAny(_starters.Modules);
    }

    private void Visit(int start, int end, bool isFrom)
    {
        var rest = _code.AsSpan(end).TrimStart();
        // `__nccwpck_require__(…)` loads one as well.
        var isOther = !isFrom && start > 0 && IsOfName(_code[start - 1]);
        if (rest is ['(', ..] && !isFrom)
        {
            rest = rest[1..].TrimStart();
        }
        else if (!isFrom)
        {
            return;
        }

        if (isOther || rest is not ['\'' or '"' or '`', ..] || rest[1..].IndexOf(rest[0]) is not (>= 0 and var length))
        {
            return;
        }

        var isStarter = rest[..(length + 2)].ContainsAny(_starters.Modules);
        var name = isFrom ? NameBefore(start) : Target(start, rest[(length + 2)..]);
        if (name is null)
        {
            IsOpen |= isStarter;
        }
        else if (name.Length > 0)
        {
            _all.Add(name);
            if (isStarter)
            {
                _starting.Add(name);
            }
        }
    }

    /// <summary>The name in <c>import name from</c>; empty where only parts of the module get names, null where it is exported.</summary>
    private string? NameBefore(int at)
    {
        var before = Before(at).TrimEnd();
        if (before is [.., '}'])
        {
            var open = before.LastIndexOf('{');
            var head = open < 0 ? "" : before[..open].TrimEnd();
            return open < 0 || head.EndsWith("export") || head.EndsWith("export type") ? null
                : head is [.., ','] ? LastName(head[..^1]) : "";
        }

        return LastName(before) is { Length: > 0 } name ? name : null;
    }

    /// <summary>The name that a loaded module is given; empty where only parts of it are taken, null where it goes elsewhere.</summary>
    private string? Target(int at, ReadOnlySpan<char> rest)
    {
        var behind = rest.TrimStart(") \t\r\n");
        if (behind is ['.', ..])
        {
            // What is taken from it is seen where it stands.
            return "";
        }

        var before = Before(at);
        var isAlone = before.TrimEnd(" \t") is [] or [.., '\n' or ';'];
        if (isAlone)
        {
            return behind is [] || rest.TrimStart() is [')', .. var last] && last.TrimStart(" \t\r") is [] or [';' or '\n', ..] ? "" : null;
        }

        var end = before.Length;
        while (end > 0 && (IsOfName(before[end - 1]) || before[end - 1] is '(' or '.' or ' ' or '\t' or '\r' or '\n'))
        {
            end--;
        }

        if (end == 0 || before[end - 1] != '=' || (end > 1 && before[end - 2] is '=' or '!'))
        {
            return null;
        }

        var target = before[..(end - 1)].TrimEnd();
        if (target is [.., '}'])
        {
            return "";
        }

        var name = LastName(target);
        return name.Length > 0 && target[..^name.Length] is not [.., '.'] ? name : null;
    }

    private ReadOnlySpan<char> Before(int at) => _code.AsSpan(Math.Max(at - MaxBack, 0), Math.Min(at, MaxBack));

    private static string LastName(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var start = text.Length;
        while (start > 0 && IsOfName(text[start - 1]))
        {
            start--;
        }

        return text[start..].ToString();
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
}

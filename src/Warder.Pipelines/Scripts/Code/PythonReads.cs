namespace Warder.Pipelines.Scripts.Code;

/// <summary>Python's ways to the environment: <c>os.environ</c>, <c>os.getenv</c>, and the readers of settings libraries.</summary>
internal static class PythonReads
{
    public static void Find(ReadCollector collector)
    {
        // One of these stands in whatever reads the environment.
        if (!collector.Text.Contains("env", StringComparison.Ordinal) && !collector.Text.Contains("config", StringComparison.Ordinal))
        {
            return;
        }

        var code = new CodeText(collector.Text, CommentSyntax.Python);
        var reads = new CodeReads(code, collector);
        var aliases = AliasesOf(code);
        for (var i = 0; i < code.Count; i++)
        {
            if (!code.IsKind(i, CodeTokenKind.Word))
            {
                if (code.IsNameText(i) && code.IsWord(i + 1, "in") && IsEnviron(code, i + 2))
                {
                    reads.Add(i, i, i);
                }

                continue;
            }

            var isFree = !code.IsDot(i - 1);
            if (isFree && code.IsWord(i, "os") && code.IsDot(i + 1))
            {
                FindAt(code, reads, i, i + 2);
            }
            else if (isFree && (code.IsWord(i, "environ") || code.IsWord(i, "getenv")))
            {
                FindAt(code, reads, i, i);
            }
            else if (isFree && aliases.Contains(code.Value(i)))
            {
                FindMapping(code, reads, i, i + 1);
            }
            else if (isFree && (code.IsWord(i, "env") || code.IsWord(i, "config")))
            {
                FindSetting(code, reads, i);
            }
        }

        reads.Finish("or");
    }

    private static bool IsEnviron(CodeText code, int at) =>
        code.IsWord(at, "environ") || (code.IsWord(at, "os") && code.IsDot(at + 1) && code.IsWord(at + 2, "environ"));

    private static void FindAt(CodeText code, CodeReads reads, int first, int at)
    {
        if (code.IsWord(at, "environ"))
        {
            FindMapping(code, reads, first, at + 1);
        }
        else if (code.IsWord(at, "getenv") && code.IsSymbol(at + 1, "("))
        {
            AddArgument(code, reads, first, at + 2);
        }
    }

    private static void FindMapping(CodeText code, CodeReads reads, int first, int at)
    {
        if (code.IsSymbol(at, "[") && code.IsNameText(at + 1) && code.IsSymbol(at + 2, "]"))
        {
            if (code.IsSymbol(at + 3, "="))
            {
                reads.AddWrite(at + 1, at + 4);
            }
            else if (!code.IsWord(first - 1, "del"))
            {
                reads.Add(at + 1, first, at + 2);
            }
        }
        else if (code.IsDot(at)
            && (code.IsWord(at + 1, "get") || code.IsWord(at + 1, "pop") || code.IsWord(at + 1, "setdefault"))
            && code.IsSymbol(at + 2, "("))
        {
            AddArgument(code, reads, first, at + 3);
        }
    }

    private static void AddArgument(CodeText code, CodeReads reads, int first, int at)
    {
        at += code.IsWord(at, "key") && code.IsSymbol(at + 1, "=") ? 2 : 0;
        if (code.IsNameText(at))
        {
            reads.AddCall(at, first);
        }
    }

    // env("X"), env.str("X"), config("X"): the settings libraries' readers.
    private static void FindSetting(CodeText code, CodeReads reads, int at)
    {
        var open = code.IsDot(at + 1) && code.IsName(at + 2) ? at + 3 : at + 1;
        if (code.IsSymbol(open, "(") && (open == at + 1 || code.IsWord(at, "env")))
        {
            AddArgument(code, reads, at, open + 1);
        }
    }

    private static HashSet<string> AliasesOf(CodeText code)
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < code.Count; i++)
        {
            if (code.IsName(i) && code.IsSymbol(i + 1, "="))
            {
                var at = code.IsWord(i + 2, "dict") && code.IsSymbol(i + 3, "(") ? i + 4 : i + 2;
                var end = at + (code.IsWord(at, "os") ? 2 : 0);
                if (IsEnviron(code, at) && !code.IsSymbol(end + 1, "[") && (!code.IsDot(end + 1) || code.IsWord(end + 2, "copy")))
                {
                    aliases.Add(code.Value(i));
                }
            }
        }

        return aliases;
    }
}

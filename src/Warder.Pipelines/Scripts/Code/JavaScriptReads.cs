namespace Warder.Pipelines.Scripts.Code;

/// <summary>JavaScript's and TypeScript's ways to the environment: <c>process.env</c> and its cousins.</summary>
internal static class JavaScriptReads
{
    public static void Find(ReadCollector collector)
    {
        var code = new CodeText(collector.Text, CommentSyntax.JavaScript);
        var reads = new CodeReads(code, collector);
        var hasAlias = HasAlias(code);
        for (var i = 0; i < code.Count; i++)
        {
            if (IsReader(code, i) && code.IsSymbol(i + 1, "(") && code.IsNameText(i + 2))
            {
                reads.AddCall(i + 2, code.IsDot(i - 1) && code.IsName(i - 2) ? i - 2 : i);
            }

            if (!code.IsWord(i, "env"))
            {
                continue;
            }

            if (code.IsDot(i - 1))
            {
                FindQualified(code, reads, i);
            }
            else if (hasAlias && !IsDeclared(code, i))
            {
                FindMember(code, reads, i, i);
            }
        }

        reads.Finish("||", "??");
    }

    // What people call the functions that they write around process.env.
    private static bool IsReader(CodeText code, int at) =>
        code.IsKind(at, CodeTokenKind.Word)
        && code.Characters(at) is "env" or "getEnv" or "getenv" or "readEnv" or "requireEnv" or "requireEnvVar" or "getEnvVar" or "getRequiredEnv"
            or "getEnvironmentVariable";

    private static bool IsProcess(CodeText code, int at) =>
        code.IsWord(at, "process")
        || (code.IsKind(at, CodeTokenKind.Word) && code.Characters(at).StartsWith("process$", StringComparison.Ordinal));

    private static bool IsDeclared(CodeText code, int at) =>
        code.IsWord(at - 1, "const") || code.IsWord(at - 1, "let") || code.IsWord(at - 1, "var");

    private static void FindQualified(CodeText code, CodeReads reads, int env)
    {
        if (IsProcess(code, env - 2) || code.IsWord(env - 2, "Bun"))
        {
            var first = code.IsDot(env - 3) && code.IsName(env - 4) ? env - 4 : env - 2;
            FindMember(code, reads, first, env);
            FindPattern(code, reads, first, env);
        }
        else if (code.IsWord(env - 2, "meta") && code.IsDot(env - 3) && code.IsWord(env - 4, "import"))
        {
            FindMember(code, reads, env - 4, env);
            FindPattern(code, reads, env - 4, env);
        }
        else if (code.IsWord(env - 2, "Deno")
            && code.IsDot(env + 1)
            && (code.IsWord(env + 2, "get") || code.IsWord(env + 2, "has"))
            && code.IsSymbol(env + 3, "(")
            && code.IsNameText(env + 4))
        {
            reads.AddCall(env + 4, env - 2);
        }
    }

    // env.X, env?.X, env['X'], env?.['X']; a write or a delete is none.
    private static void FindMember(CodeText code, CodeReads reads, int first, int env)
    {
        var isNamed = code.IsDot(env + 1) && code.IsName(env + 2);
        var open = code.IsSymbol(env + 1, "?.") ? env + 2 : env + 1;
        var isIndexed = code.IsSymbol(open, "[") && code.IsNameText(open + 1) && code.IsSymbol(open + 2, "]");
        if ((!isNamed && !isIndexed) || code.IsWord(first - 1, "delete"))
        {
            return;
        }

        var name = isNamed ? env + 2 : open + 1;
        var last = isNamed ? env + 2 : open + 2;
        if (code.IsSymbol(last + 1, "="))
        {
            reads.AddWrite(name, last + 2);
        }
        else if (!isNamed || !code.IsSymbol(last + 1, "("))
        {
            reads.Add(name, first, last);
        }
    }

    // const { X, Y: y = 'z' } = process.env
    private static void FindPattern(CodeText code, CodeReads reads, int first, int env)
    {
        if (!code.IsSymbol(first - 1, "=") || !code.IsSymbol(first - 2, "}") || code.IsDot(env + 1) || code.IsSymbol(env + 1, "["))
        {
            return;
        }

        var open = code.Opening(first - 2, "{", "}");
        var depth = 0;
        for (var i = open + 1; open >= 0 && i < first - 2; i++)
        {
            if (code.IsSymbol(i, "{") || code.IsSymbol(i, "(") || code.IsSymbol(i, "["))
            {
                depth++;
            }
            else if (code.IsSymbol(i, "}") || code.IsSymbol(i, ")") || code.IsSymbol(i, "]"))
            {
                depth--;
            }
            else if (depth == 0
                && (i == open + 1 || code.IsSymbol(i - 1, ","))
                && (code.IsName(i) || (code.IsNameText(i) && code.IsSymbol(i + 1, ":"))))
            {
                reads.Add(i, i, i);
            }
        }
    }

    // const env = process.env; const { env } = process; import { env } from 'node:process'
    private static bool HasAlias(CodeText code)
    {
        for (var i = 0; i < code.Count; i++)
        {
            if (!code.IsWord(i, "env"))
            {
                continue;
            }

            if (code.IsSymbol(i + 1, "=") && code.IsWord(i + 2, "process") && code.IsDot(i + 3) && code.IsWord(i + 4, "env") && !code.IsDot(i + 5))
            {
                return true;
            }

            for (var j = i + 1; j < Math.Min(i + 12, code.Count); j++)
            {
                if (!code.IsSymbol(j, "}"))
                {
                    continue;
                }

                if ((code.IsSymbol(j + 1, "=") && code.IsWord(j + 2, "process") && !code.IsDot(j + 3))
                    || (code.IsWord(j + 1, "from") && code.IsKind(j + 2, CodeTokenKind.Text) && code.Value(j + 2) is "process" or "node:process"))
                {
                    return true;
                }

                break;
            }
        }

        return false;
    }
}

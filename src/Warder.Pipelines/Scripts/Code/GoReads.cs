namespace Warder.Pipelines.Scripts.Code;

/// <summary>Go's ways to the environment: <c>os.Getenv</c> and <c>os.LookupEnv</c>.</summary>
internal static class GoReads
{
    public static void Find(ReadCollector collector)
    {
        var code = new CodeText(collector.Text, CommentSyntax.Go);
        var reads = new CodeReads(code, collector);
        for (var i = 0; i < code.Count; i++)
        {
            if (!code.IsDot(i + 1) || !(code.IsWord(i, "os") || code.IsWord(i, "syscall")) || !code.IsSymbol(i + 3, "(") || !code.IsNameText(i + 4))
            {
                continue;
            }

            if (code.IsWord(i + 2, "Getenv") || code.IsWord(i + 2, "LookupEnv"))
            {
                reads.AddCall(i + 4, i);
            }
            else if (code.IsWord(i + 2, "Setenv") && code.IsSymbol(i + 5, ","))
            {
                reads.AddWrite(i + 4, i + 6);
            }
        }

        // cmp.Or(os.Getenv("A"), os.Getenv("B"))
        reads.Finish(IsOr(code) ? "," : "||");
    }

    private static bool IsOr(CodeText code)
    {
        for (var i = 0; i + 2 < code.Count; i++)
        {
            if (code.IsWord(i, "cmp") && code.IsDot(i + 1) && code.IsWord(i + 2, "Or"))
            {
                return true;
            }
        }

        return false;
    }
}

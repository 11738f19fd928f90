namespace Warder.Pipelines.Scripts.Code;

/// <summary>C#'s ways to the environment: <c>Environment.GetEnvironmentVariable</c> and the readers of build scripts.</summary>
internal static class CSharpReads
{
    public static void Find(ReadCollector collector)
    {
        var code = new CodeText(collector.Text, CommentSyntax.CSharp);
        var reads = new CodeReads(code, collector);
        for (var i = 0; i < code.Count; i++)
        {
            if (!code.IsSymbol(i + 1, "(") || !code.IsNameText(i + 2))
            {
                continue;
            }

            if (code.IsWord(i, "GetEnvironmentVariable") || code.IsWord(i, "EnvironmentVariable") || code.IsWord(i, "HasEnvironmentVariable"))
            {
                var first = i;
                while (code.IsDot(first - 1) && code.IsKind(first - 2, CodeTokenKind.Word))
                {
                    first -= 2;
                }

                reads.AddCall(i + 2, first);
            }
            else if (code.IsWord(i, "SetEnvironmentVariable") && code.IsSymbol(i + 3, ","))
            {
                reads.AddWrite(i + 2, i + 4);
            }
        }

        reads.Finish("??");
    }
}

namespace Warder.Pipelines.Scripts.Code;

/// <summary>Ruby's ways to the environment: <c>ENV</c>.</summary>
internal static class RubyReads
{
    public static void Find(ReadCollector collector)
    {
        var code = new CodeText(collector.Text, CommentSyntax.Ruby);
        var reads = new CodeReads(code, collector);
        for (var i = 0; i < code.Count; i++)
        {
            if (code.IsWord(i, "ENV") && !code.IsDot(i - 1))
            {
                FindAt(code, reads, i);
            }
        }

        reads.Finish("||", "or");
    }

    private static void FindAt(CodeText code, CodeReads reads, int at)
    {
        if (code.IsSymbol(at + 1, "[") && code.IsNameText(at + 2) && code.IsSymbol(at + 3, "]"))
        {
            if (code.IsSymbol(at + 4, "="))
            {
                reads.AddWrite(at + 2, at + 5);
            }
            else
            {
                reads.Add(at + 2, at, at + 3);
            }
        }
        else if (code.IsDot(at + 1) && code.IsKind(at + 2, CodeTokenKind.Word) && IsReader(code.Characters(at + 2)))
        {
            var query = code.IsSymbol(at + 3, "?") ? at + 4 : at + 3;
            if (code.IsSymbol(query, "(") && code.IsNameText(query + 1))
            {
                AddFetch(code, reads, at, query + 1);
            }
            else if (code.IsNameText(query))
            {
                reads.Add(query, at, query, code.IsSymbol(query + 1, ",") ? query + 2 : BlockAt(code, query + 1));
            }
        }
    }

    private static bool IsReader(ReadOnlySpan<char> method) =>
        method is "fetch" or "delete" or "key" or "has_key" or "include" or "member" or "dig" or "slice";

    // ENV.fetch('A') { ENV['B'] }
    private static void AddFetch(CodeText code, CodeReads reads, int first, int name)
    {
        var block = code.IsSymbol(name + 1, ")") ? BlockAt(code, name + 2) : -1;
        if (block >= 0)
        {
            reads.Add(name, first, name + 1, block);
        }
        else
        {
            reads.AddCall(name, first);
        }
    }

    private static int BlockAt(CodeText code, int at) => code.IsSymbol(at, "{") && at + 1 < code.Count ? at + 1 : -1;
}

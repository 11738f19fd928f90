using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Reports.Console;

/// <summary>Prints which tokens a repository without a registry uses: what its registry would begin with.</summary>
internal static class InventoryPrinter
{
    private const int ShownNames = 40;

    public static void Print(Screen screen, IReadOnlyList<AuditResult> results, bool verbose)
    {
        foreach (var result in results)
        {
            if (result.Repository.Registry is null && !result.Repository.IsLoose)
            {
                Print(screen, result, results.Count > 1 ? $" by {result.Repository.Files.Name}" : " here", verbose);
            }
        }
    }

    private static void Print(Screen screen, AuditResult result, string where, bool verbose)
    {
        var uses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var use in result.Uses)
        {
            if (use.Token.Kind == TokenKind.Secret)
            {
                uses[use.Token.Name] = uses.GetValueOrDefault(use.Token.Name) + 1;
            }
        }

        if (uses.Count == 0)
        {
            return;
        }

        var shown = verbose ? uses.Count : Math.Min(uses.Count, ShownNames);
        var names = string.Join(", ", uses.Take(shown).Select(u => $"{u.Key} ({u.Value})"));
        var rest = shown < uses.Count ? $" and {uses.Count - shown} more" : "";
        screen.Show($"Tokens used{where}", Ink.Strong).Sign(" (how often; 'warder tokens list' says more)", Ink.Faint).EndLine();
        screen.Paragraph(2, "", Ink.Plain, names + rest);
        screen.EndLine();
    }
}

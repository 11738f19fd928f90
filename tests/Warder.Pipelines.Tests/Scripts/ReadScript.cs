using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Scripts;

/// <summary>Reads a script with a few known names and tells what it found.</summary>
internal static class ReadScript
{
    public static TokenNames Names { get; } = new(["GITHUB_TOKEN", "DEPLOY_TOKEN", "NPM_TOKEN", "BOT_KEY"]);

    private static Dictionary<string, IReadOnlyList<TokenReference>> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["HEALTH"] = [TokenReference.Named("CI_HEALTH_KEY")],
    };

    public static IReadOnlyList<TokenUse> Uses(string path, string text) =>
        ScriptReader.Read(new SourceText(path, text), ScriptLanguages.OfPath(path) ?? ScriptLanguage.Other, Names, Environment);

    /// <summary>Reads a text in which each expected place is enclosed in ⟦ ⟧, and checks that exactly these are found.</summary>
    public static void ShouldFindMarked(string path, string marked)
    {
        var expected = new List<string>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == '⟦')
            {
                start = text.Length;
            }
            else if (c == '⟧')
            {
                expected.Add($"{start}: {text.ToString(start, text.Length - start)}");
            }
            else
            {
                text.Append(c);
            }
        }

        var plain = text.ToString();
        Uses(path, plain).Select(u => $"{u.Span.Start}: {plain.Substring(u.Span.Start, u.Span.Length)}").ShouldBe(expected);
    }

    public static string Chains(string path, string text) => string.Join(
        "; ",
        Uses(path, text).Select(u => u.Chain is null
            ? u.Token.Name
            : $"{u.Token.Name}@{u.ChainPosition} of {string.Join(" ", u.Chain.Links.Select(l => l.Token?.Name ?? (l.IsLiteral ? "literal" : "other")))}"));
}

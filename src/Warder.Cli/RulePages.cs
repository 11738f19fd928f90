namespace Warder.Cli;

/// <summary>The page of each rule, embedded from <c>docs/rules/</c>.</summary>
internal static class RulePages
{
    /// <summary>The page in Markdown; null where there is none.</summary>
    public static string? Find(string slug) => Embedded.Find($"rules/{slug}.md");
}

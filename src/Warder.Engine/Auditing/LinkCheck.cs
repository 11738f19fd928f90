using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing;

/// <summary>
/// Decides on a link that the walk met. One that leaves the repository is never followed, and said where it hides something
/// Warder should have looked at. One that stays inside is followed only where its target is not looked at under its own name.
/// </summary>
internal static class LinkCheck
{
    private const string Code = "link-not-followed";

    private static readonly HashSet<string> WorkflowFolders = new(StringComparer.Ordinal) { ".github", ".github/workflows" };

    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { ".github/actions", ".codex", ".codex/tokens", ".warder" };

    /// <summary>What to say of the link; null where nothing.</summary>
    public static Diagnostic? Problem(string path, LinkEnd end) => end switch
    {
        LinkEnd.Outside when IsSought(path) || ScriptLanguages.OfPath(path) is not null =>
            new Diagnostic(Code, "The link leaves the repository and is not followed.", path),
        LinkEnd.Circle when IsSought(path) => new Diagnostic(Code, "The link leads back to itself.", path),
        LinkEnd.Nothing when IsSought(path) => new Diagnostic(Code, "The link leads nowhere.", path),
        _ => null,
    };

    /// <summary>Whether a link inside the repository is a workflow that is none under its own name.</summary>
    public static bool IsWorkflowOnlyHere(string path, string target) =>
        GitHubReader.IsWorkflowPath(path) && !GitHubReader.IsWorkflowPath(target) && !GitHubReader.IsActionPath(target);

    /// <summary>Whether a link to this folder inside the repository gives its workflows their place.</summary>
    public static bool IsWorkflowFolder(string path) => WorkflowFolders.Contains(path);

    private static bool IsSought(string path) => WorkflowFolders.Contains(path) || Folders.Contains(path) || IsSoughtFile(path);

    /// <summary>Whether a file of this path would be read as pipeline, registry or policy.</summary>
    public static bool IsSoughtFile(string path) =>
        GitHubReader.IsWorkflowPath(path)
        || GitHubReader.IsActionPath(path)
        || TokenRegistry.DefaultPaths.Contains(path, StringComparer.Ordinal)
        || AuditPolicy.DefaultPaths.Contains(path, StringComparer.Ordinal);
}

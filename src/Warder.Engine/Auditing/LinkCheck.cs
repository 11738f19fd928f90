using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Pipelines.GitHub;

namespace Warder.Engine.Auditing;

/// <summary>
/// Says when a link that is not followed hides something Warder should have looked at. A link to another file of the
/// repository hides nothing: that file is audited under its own name.
/// </summary>
internal static class LinkCheck
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { ".github", ".github/workflows", ".github/actions", ".codex", ".codex/tokens", ".warder" };

    public static Diagnostic? Problem(string root, string path)
    {
        if (!MayMatter(path))
        {
            return null;
        }

        try
        {
            var target = File.ResolveLinkTarget(Path.Combine(root, path), returnFinalTarget: true);
            if (target is null || !target.Exists)
            {
                return new Diagnostic("link-not-followed", "The link leads nowhere.", path);
            }

            return target.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? null
                : new Diagnostic("link-not-followed", "The link leaves the repository and is not followed.", path);
        }
        catch (IOException)
        {
            return new Diagnostic("link-not-followed", "The link leads back to itself.", path);
        }
    }

    private static bool MayMatter(string path) =>
        Folders.Contains(path)
        || GitHubReader.IsWorkflowPath(path)
        || GitHubReader.IsActionPath(path)
        || TokenRegistry.DefaultPaths.Contains(path, StringComparer.Ordinal)
        || AuditPolicy.DefaultPaths.Contains(path, StringComparer.Ordinal);
}

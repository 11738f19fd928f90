using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>
/// Says when a link that is not followed hides something Warder should have looked at. A link to another file of the
/// repository hides nothing: that file is audited under its own name.
/// </summary>
internal static class LinkCheck
{
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
        path.StartsWith(".github", StringComparison.Ordinal)
        || path.StartsWith(".codex", StringComparison.Ordinal)
        || path.StartsWith(".warder", StringComparison.Ordinal)
        || path.EndsWith("action.yml", StringComparison.Ordinal)
        || path.EndsWith("action.yaml", StringComparison.Ordinal);
}

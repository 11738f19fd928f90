using Warder.Pipelines.Scripts.Calls;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Lists the files of the repository that a program loads: <c>require('./x.js')</c>, <c>import('…/x.mjs')</c>.</summary>
internal static class RequiredFiles
{
    private static readonly string[] Loaders = ["require(", "import("];

    /// <param name="text">The program.</param>
    /// <param name="actionFolder">The folder of the action that it stands in; null in a workflow.</param>
    /// <param name="folder">The folder of its own file; null for one that stands in a pipeline.</param>
    public static IEnumerable<RequiredFile> Find(string text, string? actionFolder, string? folder)
    {
        foreach (var loader in Loaders)
        {
            for (var at = text.IndexOf(loader, StringComparison.Ordinal); at >= 0; at = text.IndexOf(loader, at + 1, StringComparison.Ordinal))
            {
                var rest = text.AsSpan(at + loader.Length).TrimStart();
                if (rest.Length == 0 || rest[0] is not ('\'' or '"' or '`'))
                {
                    continue;
                }

                var end = rest[1..].IndexOf(rest[0]);
                if (end > 0 && PathOf(rest.Slice(1, end).ToString(), actionFolder, folder) is { } path)
                {
                    yield return new RequiredFile(path, RequiredNames.Of(text, at, text.Length - rest.Length + end + 2));
                }
            }
        }
    }

    // The working directory is the repository; its place may be written out.
    private static string? PathOf(string written, string? actionFolder, string? folder)
    {
        if (folder is not null && written.StartsWith('.'))
        {
            return CallFolder.Combine(folder, written);
        }

        foreach (var root in new[] { "${{ github.action_path }}/", "${{github.action_path}}/", "${process.env.GITHUB_ACTION_PATH}/" })
        {
            if (actionFolder is not null && written.StartsWith(root, StringComparison.Ordinal))
            {
                return $"{actionFolder}/{written[root.Length..]}".TrimStart('/');
            }
        }

        foreach (var root in new[] { "${process.env.GITHUB_WORKSPACE}/", "${{ github.workspace }}/", "${{github.workspace}}/", "${process.cwd()}/", "./" })
        {
            if (written.StartsWith(root, StringComparison.Ordinal))
            {
                return written[root.Length..];
            }
        }

        // A path of the repository as it stands; the name of a package has no ending.
        return written.Contains('/', StringComparison.Ordinal) && written.EndsWith("js", StringComparison.Ordinal) && !written.Contains("${", StringComparison.Ordinal) && written[0] is not ('/' or '@')
            ? written
            : null;
    }
}

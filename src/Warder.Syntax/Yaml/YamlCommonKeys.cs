namespace Warder.Syntax.Yaml;

/// <summary>The keys that workflows are full of: one text for all of them, instead of one for each time that they are written.</summary>
internal static class YamlCommonKeys
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Keys = new HashSet<string>(
        [
            "branches", "cache", "concurrency", "contents", "default", "defaults", "description", "env", "fail-fast", "fetch-depth",
            "GH_TOKEN", "GITHUB_TOKEN", "id", "id-token", "if", "inputs", "issues", "jobs", "key", "matrix", "name", "needs", "on", "os",
            "outputs", "packages", "path", "paths", "permissions", "persist-credentials", "pull-requests", "pull_request", "push",
            "python-version", "ref", "repository", "required", "run", "runs-on", "secrets", "shell", "steps", "strategy", "timeout-minutes",
            "token", "type", "uses", "with", "working-directory", "workflow_dispatch",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of a key.</summary>
    public static string Take(ReadOnlySpan<char> key) => Keys.TryGetValue(key, out var known) ? known : key.ToString();
}

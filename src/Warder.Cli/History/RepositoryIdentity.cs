using Warder.Cli.Git;

namespace Warder.Cli.History;

/// <summary>What git calls a repository and what it stands at.</summary>
/// <param name="Name"><c>owner/name</c> of where it was cloned from, else the folder's name.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Commit">The commit; null where there is none yet, or no git.</param>
/// <param name="IsDirty">Whether tracked files differ from it.</param>
internal sealed record RepositoryIdentity(string Name, string Branch, string? Commit, bool IsDirty)
{
    private const string NoBranch = "(none)";
    private static readonly string[] BranchVariables = ["GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "BUILD_SOURCEBRANCHNAME", "BRANCH_NAME"];

    public static RepositoryIdentity Of(string root)
    {
        var commit = GitAnswer.FirstLine(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        return new RepositoryIdentity(
            NameOf(root),
            BranchOf(root),
            commit is { Length: > 0 } ? commit : null,
            commit is not null && GitAnswer.FirstLine(root, "status", "--porcelain", "--untracked-files=no", "--ignore-submodules") is { Length: > 0 });
    }

    /// <summary>Owner and name in the address of the remote; nothing else of it, since it may hold a password.</summary>
    public static string NameOf(string root)
    {
        var address = GitAnswer.FirstLine(root, "config", "--get", "remote.origin.url") ?? "";
        var parts = address.Split(['/', ':'], StringSplitOptions.RemoveEmptyEntries);
        var isRemote = address.Contains("://", StringComparison.Ordinal) || (parts.Length > 1 && parts[0].Contains('@', StringComparison.Ordinal));
        if (isRemote && parts.Length >= 3 && parts is [.., var owner, var name])
        {
            return $"{owner}/{(name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name)}";
        }

        return Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));
    }

    private static string BranchOf(string root)
    {
        if (GitAnswer.FirstLine(root, "symbolic-ref", "--quiet", "--short", "HEAD") is { Length: > 0 } branch)
        {
            return branch;
        }

        // A pipeline checks a commit out and keeps the branch's name in a variable.
        return BranchVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(b => !string.IsNullOrEmpty(b)) ?? NoBranch;
    }
}

using Warder.Engine.Auditing;

namespace Warder.Cli.Rotation;

/// <summary>The workflow that the user means.</summary>
internal static class WorkflowPath
{
    /// <summary>The path that a file name or a path stands for; what was given where the repository has no such file.</summary>
    public static string? Of(Repository repository, string? given) => given is null
        ? null
        : repository.Files.Paths.FirstOrDefault(p => p == given.Replace('\\', '/') || p == $".github/workflows/{given}") ?? given;
}

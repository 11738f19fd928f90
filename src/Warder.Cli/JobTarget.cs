using Warder.Engine.Permissions;

namespace Warder.Cli;

/// <summary>What a user names: a path, or one job of a workflow as <c>path:job</c>.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Job">The job; null for all.</param>
internal sealed record JobTarget(string Path, string? Job)
{
    private const string WorkflowFolder = ".github/workflows";

    /// <summary>Reads <c>ci.yml:build</c>; a path that is there as it stands has no job.</summary>
    public static JobTarget Of(string text)
    {
        var colon = text.LastIndexOf(':');
        var isJob = colon > 0 && !IsThere(text) && IsThere(text[..colon]);
        return isJob ? new JobTarget(Placed(text[..colon]), text[(colon + 1)..]) : new JobTarget(Placed(text), Job: null);
    }

    private static bool IsThere(string path) => System.IO.Path.Exists(Placed(path));

    /// <summary>The path, or that of the workflow which its bare file name stands for.</summary>
    private static string Placed(string path) =>
        !System.IO.Path.Exists(path) && System.IO.Path.Join(WorkflowFolder, path) is var workflow && System.IO.Path.GetFileName(path) == path && File.Exists(workflow) ? workflow : path;

    /// <summary>Whether a job is the one named, or one of a path named without a job.</summary>
    public bool Fits(JobPermissions job) =>
        Job is null ? FitsFile(job.Needs.Path) : FitsFile(job.Needs.Path) && string.Equals(job.Needs.Job, Job, StringComparison.Ordinal);

    /// <summary>Whether a file of the repository is the one that the path names.</summary>
    public bool FitsFile(string file)
    {
        var full = System.IO.Path.GetFullPath(Path).Replace('\\', '/');
        return Directory.Exists(Path) || full.EndsWith("/" + file, StringComparison.Ordinal) || string.Equals(System.IO.Path.GetFileName(full), file, StringComparison.Ordinal);
    }
}

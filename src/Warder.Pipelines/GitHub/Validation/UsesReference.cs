namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The forms in which steps name actions and jobs name workflows.</summary>
internal static class UsesReference
{
    private const string WorkflowFolder = ".github/workflows/";

    /// <summary>Why a text names no action; null where it does.</summary>
    public static string? ProblemOfStep(string uses)
    {
        if (uses.StartsWith("./", StringComparison.Ordinal) || uses.StartsWith(".\\", StringComparison.Ordinal)
            || uses.StartsWith("$/", StringComparison.Ordinal) || uses.StartsWith("docker://", StringComparison.Ordinal))
        {
            return null;
        }

        var at = uses.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return $"'{uses}' lacks a version; expected owner/name@ref, ./path or docker://image";
        }

        var name = uses.AsSpan(0, at);
        var slash = name.IndexOfAny('/', '\\');
        return slash > 0 && slash < name.Length - 1 && at < uses.Length - 1
            ? null
            : $"'{uses}' names no action; expected owner/name@ref, ./path or docker://image";
    }

    /// <summary>Why a text names no workflow; null where it does.</summary>
    public static string? ProblemOfJob(string uses)
    {
        const string Expected = "expected owner/name/.github/workflows/file.yml@ref or ./.github/workflows/file.yml";
        if (uses.StartsWith("./", StringComparison.Ordinal) || uses.StartsWith("$/", StringComparison.Ordinal))
        {
            return IsWorkflowFile(uses.AsSpan(2)) ? null : $"'{uses}' names no workflow; {Expected}";
        }

        var at = uses.LastIndexOf('@');
        if (at < 0)
        {
            return $"'{uses}' lacks a version; {Expected}";
        }

        var path = uses.AsSpan(0, at);
        var folder = path.IndexOf("/" + WorkflowFolder, StringComparison.Ordinal);
        var slash = path.IndexOf('/');
        return folder > 0 && slash > 0 && slash < folder && at < uses.Length - 1 && IsWorkflowFile(path[(folder + 1)..])
            ? null
            : $"'{uses}' names no workflow; {Expected}";
    }

    private static bool IsWorkflowFile(ReadOnlySpan<char> path) =>
        path.StartsWith(WorkflowFolder, StringComparison.Ordinal)
        && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
}

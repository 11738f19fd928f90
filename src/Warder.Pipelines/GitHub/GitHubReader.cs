using Warder.Syntax;

namespace Warder.Pipelines.GitHub;

/// <summary>Reads workflow and action files of GitHub Actions into the model.</summary>
public static class GitHubReader
{
    /// <summary>Whether a path is that of a workflow file: directly in <c>.github/workflows</c>, ending in <c>.yml</c> or <c>.yaml</c>.</summary>
    public static bool IsWorkflowPath(string path) => throw new NotSupportedException("pending");

    /// <summary>Whether a path is that of an action's metadata: <c>action.yml</c> or <c>action.yaml</c>.</summary>
    public static bool IsActionPath(string path) => throw new NotSupportedException("pending");

    /// <summary>Reads a file; what is wrong with it is in <see cref="Pipeline.Problems"/>, it never throws for bad input.</summary>
    public static Pipeline Read(SourceText source) => throw new NotSupportedException("pending");
}

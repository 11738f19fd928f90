using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>The folders of the workspace into which a job checks the repository out.</summary>
internal sealed class CheckoutFolders
{
    private readonly List<string> _folders = [];

    /// <summary>Of a job; a checkout of another repository, or into a folder that is computed, counts for none.</summary>
    public CheckoutFolders(Job job)
    {
        foreach (var step in job.Steps)
        {
            if (CheckoutStep.Is(step) && CheckoutStep.InputOf(step, "repository") is null && CheckoutStep.InputOf(step, "path") is { Length: > 0 } path && !path.Contains('$', StringComparison.Ordinal))
            {
                var folder = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
                _folders.Add(folder.TrimEnd('/') + "/");
            }
        }
    }

    /// <summary>The path in the repository of one in the workspace.</summary>
    public string InRepository(string path)
    {
        foreach (var folder in _folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return path[folder.Length..];
            }
        }

        return path;
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Exposure;

/// <summary>What a step uploads.</summary>
/// <param name="Paths">The paths, as written.</param>
/// <param name="HasHidden">Whether files whose names begin with a dot are among it; null where the version is not known.</param>
internal sealed record ArtifactUpload(IReadOnlyList<string> Paths, bool? HasHidden)
{
    private const string Action = "actions/upload-artifact";
    private const int LeavesHidden = 4;
    private static readonly string[] Trees = [".", "./", "*", "**", "**/*", "./*", "./**", "./**/*", "${{ github.workspace }}", "${{github.workspace}}", "${{ github.workspace }}/", "$GITHUB_WORKSPACE"];

    /// <summary>Whether the folder with the git configuration is among it.</summary>
    public bool TakesTree => Paths.Any(p => (HasHidden == true && Trees.Contains(p, StringComparer.Ordinal)) || p.TrimEnd('/') is ".git" or "./.git" || p.StartsWith(".git/", StringComparison.Ordinal));

    /// <summary>The upload of a step; null where it is none.</summary>
    public static ArtifactUpload? Of(PipelineContext context, Step step)
    {
        if (step.Action is not { Name: Action } action || CheckoutStep.InputOf(step, "path") is not { } path)
        {
            return null;
        }

        // Version 4.4 began to leave hidden files out; the tag v4 is newer than that.
        var hidden = CheckoutStep.InputOf(step, "include-hidden-files") is { } word
            ? !word.Equals("false", StringComparison.OrdinalIgnoreCase)
            : ActionVersion.MajorOf(context.Source, action) is { } major ? major < LeavesHidden : (bool?)null;
        return new ArtifactUpload([.. path.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], hidden);
    }
}

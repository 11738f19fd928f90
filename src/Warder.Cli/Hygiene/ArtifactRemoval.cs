using Warder.Engine.Hygiene;

namespace Warder.Cli.Hygiene;

/// <summary>Deletes and moves artifacts in the root; links are removed as links and never followed.</summary>
internal sealed class ArtifactRemoval
{
    private const int MaxSameName = 10_000;
    private readonly string _root;
    private readonly string _logs;

    public ArtifactRemoval(string root, string logs)
    {
        _root = root;
        _logs = logs;
    }

    /// <summary>Does what is right; null, else why it could not be done, or not wholly.</summary>
    public string? Run(RootArtifact artifact)
    {
        var full = Path.Join(_root, artifact.Name);
        if (!IsStill(full, artifact))
        {
            // A name whose bytes are no UTF-8 cannot be spoken of: what we would touch is not what we saw.
            return artifact.Name.Contains('\uFFFD', StringComparison.Ordinal) ? "its name is not in UTF-8; remove it by hand" : "it is not what it was a moment ago";
        }

        try
        {
            return artifact.Action == ArtifactAction.Move ? Move(artifact, full) : Delete(artifact, full);
        }
        catch (OutputError wrong)
        {
            return wrong.Message.TrimEnd('.');
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return wrong.Message.TrimEnd('.');
        }
    }

    private static bool IsStill(string full, RootArtifact artifact)
    {
        var info = new FileInfo(full);
        return info.LinkTarget is null && (artifact.IsFolder ? Directory.Exists(full) : info.Exists);
    }

    private string? Move(RootArtifact artifact, string full)
    {
        OutputFile.RefuseLinks(_root, _logs);
        Directory.CreateDirectory(Path.Join(_root, _logs));
        for (var number = 0; number < MaxSameName; number++)
        {
            var target = Path.Join(_root, _logs, number == 0 ? artifact.Name : $"{artifact.Name}.{number}");
            if (Path.Exists(target) || new FileInfo(target).LinkTarget is not null)
            {
                continue;
            }

            if (artifact.IsFolder)
            {
                Directory.Move(full, target);
            }
            else
            {
                File.Move(full, target, overwrite: false);
            }

            return null;
        }

        return $"{_logs}/ holds {MaxSameName} files of this name already";
    }

    private static string? Delete(RootArtifact artifact, string full)
    {
        if (!artifact.IsFolder)
        {
            File.Delete(full);
            return null;
        }

        var removal = FolderRemoval.Of(full);
        return removal.Left == 0 ? null : $"{removal.Left} of {removal.Left + removal.Removed} entries could not be removed: {removal.FirstProblem?.TrimEnd('.')}";
    }
}

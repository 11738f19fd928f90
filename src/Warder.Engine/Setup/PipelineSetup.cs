using Warder.Engine.Auditing;

namespace Warder.Engine.Setup;

/// <summary>Plans a pipeline that validates, for the CI system in use; GitHub's where none is.</summary>
internal static class PipelineSetup
{
    private const string None = "none";

    /// <summary>The names by which a CI system is chosen.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. CiSystem.All.Select(s => s.Name), None];

    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        if (scene.CiSystem == None)
        {
            yield break;
        }

        var files = scene.Audit.Repository.Files;
        var inUse = CiSystem.All.FirstOrDefault(s => s.Marks.Any(m => IsThere(files, scene, m)));
        var system = CiSystem.All.FirstOrDefault(s => s.Name == scene.CiSystem) ?? inUse ?? CiSystem.All[0];
        if (system.Path is not { } path)
        {
            yield return new SetupItem(SetupPart.Pipeline, SetupDeed.ByHand, system.Marks[0], system.ByHand!.Replace("{{version}}", scene.Version, StringComparison.Ordinal));
            yield break;
        }

        if (files.Exists(path))
        {
            yield return new SetupItem(SetupPart.Pipeline, SetupDeed.Keep, path, "the pipeline that validates");
            yield break;
        }

        yield return new SetupItem(
            SetupPart.Pipeline,
            SetupDeed.Create,
            path,
            $"a pipeline for {system.Title} that runs 'warder validate'",
            _ => SetupTemplate.Fill(system.Template!, ("branch", BranchOf(scene)), ("version", scene.Version)));
        if (system.ByHand is { } byHand)
        {
            yield return new SetupItem(SetupPart.Pipeline, SetupDeed.ByHand, system.Marks[0], byHand);
        }
    }

    private static bool IsThere(RepositoryFiles files, SetupScene scene, string mark) =>
        mark.EndsWith('/') ? scene.HasFolder(mark.TrimEnd('/')) : files.Exists(mark);

    /// <summary>The branch as a YAML scalar in a flow: plain where it can be, else in quotes.</summary>
    private static string BranchOf(SetupScene scene) =>
        scene.Branch.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '.') && char.IsAsciiLetter(scene.Branch[0])
            ? scene.Branch
            : $"'{scene.Branch.Replace("'", "''", StringComparison.Ordinal)}'";
}

using Warder.Syntax;

namespace Warder.Engine.Setup;

/// <summary>Plans hooks of pre-commit: no token value and no use against the policy is committed.</summary>
internal static class HookSetup
{
    private static readonly string[] Paths = [".pre-commit-config.yaml", ".pre-commit-config.yml"];

    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        var files = scene.Audit.Repository.Files;
        if (Paths.FirstOrDefault(files.Exists) is not { } path)
        {
            yield return new SetupItem(SetupPart.Hooks, SetupDeed.Create, Paths[0], "hooks before each commit; 'pre-commit install' switches them on", _ => SetupTemplate.Fill("pre-commit.yaml"));
            yield break;
        }

        var has = files.Read(path) is { Source: { } text } && text.Text.Contains("warder ", StringComparison.Ordinal);
        yield return has
            ? new SetupItem(SetupPart.Hooks, SetupDeed.Keep, path, "has hooks of Warder")
            : new SetupItem(SetupPart.Hooks, SetupDeed.ByHand, path, "this configuration is yours: add a local hook with `entry: warder scan --staged` and `language: system`");
    }
}

namespace Warder.Engine.Setup;

/// <summary>Plans what a repository needs to be governed; what is there is never overwritten.</summary>
public static class SetupPlan
{
    /// <summary>The names by which a CI system is chosen.</summary>
    public static IReadOnlyList<string> CiSystems => PipelineSetup.Names;

    /// <summary>What is to be done, in order.</summary>
    public static IReadOnlyList<SetupItem> Of(SetupScene scene) =>
    [
        .. RegistrySetup.Plan(scene),
        .. PolicySetup.Plan(scene),
        .. IgnoreSetup.Plan(scene),
        .. LogsSetup.Plan(scene),
        .. PipelineSetup.Plan(scene),
        .. HookSetup.Plan(scene),
    ];
}

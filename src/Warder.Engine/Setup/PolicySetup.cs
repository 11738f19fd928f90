using Warder.Engine.Policy;
using Warder.Engine.Registry;

namespace Warder.Engine.Setup;

/// <summary>Plans the policy file: the decisions that an owner has to take, each with what holds today.</summary>
internal static class PolicySetup
{
    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        var repository = scene.Audit.Repository;
        if (repository.Policy.Source is { } policy)
        {
            yield return new SetupItem(SetupPart.Policy, SetupDeed.Keep, policy.Path, scene.DefaultToken is null ? "the policy" : "the policy, as it is: write default-token there by hand");
            yield break;
        }

        var word = PolicyKeys.DefaultToken[(int)(scene.DefaultToken ?? repository.DefaultToken)];
        var registry = repository.Registry?.Source.Path ?? TokenRegistry.DefaultPaths[0];
        yield return new SetupItem(
            SetupPart.Policy,
            SetupDeed.Create,
            AuditPolicy.DefaultPaths[0],
            $"the policy; default-token: {word} is yours to decide",
            _ => SetupTemplate.Fill("warder.yml", ("default-token", word), ("registry", registry)));
    }
}

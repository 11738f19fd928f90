using System.Text;
using Warder.Engine.Registry;
using Warder.Engine.Registry.Discovery;

namespace Warder.Engine.Setup;

/// <summary>Plans the registry: the tokens that are used, with guesses marked, and the schema that editors read.</summary>
internal static class RegistrySetup
{
    private const string SchemaName = "token-registry.schema.json";

    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        var repository = scene.Audit.Repository;
        var tokens = TokenDiscovery.Find(scene.Audit);
        if (repository.Registry is { } registry)
        {
            var more = tokens.Count == 0 ? "" : $"; {Count(tokens.Count)} in use and not in it: warder registry discover --write";
            yield return new SetupItem(SetupPart.Registry, SetupDeed.Keep, registry.Source.Path, "the registry" + more);
            yield break;
        }

        var path = repository.Policy.RegistryPath ?? TokenRegistry.DefaultPaths[0];
        if (repository.Files.Exists(path))
        {
            yield return new SetupItem(SetupPart.Registry, SetupDeed.ByHand, path, "this file is there and cannot be read as a registry: warder registry check");
            yield break;
        }

        var what = tokens.Count == 0 ? "a registry, empty: no token is used" : $"a registry of {Count(tokens.Count)} in use; what was guessed is marked";
        yield return new SetupItem(SetupPart.Registry, SetupDeed.Create, path, what, _ => Encoding.UTF8.GetBytes(RegistryMerge.Create(tokens, repository.Today)));
        var schema = path[..(path.LastIndexOf('/') + 1)] + SchemaName;
        if (!repository.Files.Exists(schema))
        {
            yield return new SetupItem(SetupPart.Registry, SetupDeed.Create, schema, "the schema of the registry, for editors", _ => Encoding.UTF8.GetBytes(scene.RegistrySchema));
        }
    }

    private static string Count(int tokens) => tokens == 1 ? "1 token" : $"{tokens} tokens";
}

namespace Warder.Cli.Tests;

/// <summary>Repositories that tests begin with.</summary>
internal static class Shop
{
    public const string Workflow = ".github/workflows/ci.yml";
    public const string Registry = ".codex/tokens/token_scope_map.yaml";

    /// <summary>A workflow that nothing is wrong with, and that uses one secret.</summary>
    public const string Good = """
        name: CI
        on: push
        permissions: {}
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - name: Deploy
                run: ./deploy
                env:
                  TOKEN: ${{ secrets.DEPLOY_TOKEN }}

        """;

    /// <summary>A workflow that the platform rejects.</summary>
    public const string Rejected = """
        on: push
        jobs:
          build:
            runs-on: ubuntu-latest
            step: []

        """;

    /// <summary>A registry with that secret and nothing wrong.</summary>
    public const string Declared = """
        # Ours, with a comment to keep.
        automation:
          deploy:
            token: DEPLOY_TOKEN
            bot_identity: deploy-bot # keeps its comment
            purpose: Deploys the shop.
            permissions: [contents:read]
            authorized_workflows: ['.github/workflows/*.yml']

        """;

    /// <summary>A repository with one workflow and a registry.</summary>
    public static TempFolder Clean() => new TempFolder().With(Workflow, Good).With(Registry, Declared);

    /// <summary>A repository with a workflow that is rejected, and a registry.</summary>
    public static TempFolder Broken() => Clean().With(".github/workflows/broken.yml", Rejected);

    /// <summary>A repository with one workflow and no registry.</summary>
    public static TempFolder Unregistered() => new TempFolder().With(Workflow, Good);
}

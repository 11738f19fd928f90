using Warder.Engine.Auditing;
using Warder.Engine.Rotation;
using Warder.Testing;

namespace Warder.Engine.Tests.Rotation;

public sealed class BreachReachTests
{
    private const string Release = ".github/workflows/release.yml";

    private static readonly MemoryFiles Files = new MemoryFiles()
        .With(Release, """
            on: push
            env: {SHARED: '${{ secrets.SHARED_KEY }}'}
            jobs:
              publish:
                runs-on: x
                steps:
                  - uses: ./.github/actions/build
                  - run: npm publish
                    env: {NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}'}
              notify:
                runs-on: x
                steps:
                  - run: ./tell
                    env: {HOOK: '${{ secrets.HOOK_URL_KEY }}', GH_TOKEN: '${{ github.token }}'}
            """)
        .With(".github/actions/build/action.yml", "name: b\nruns:\n  using: composite\n  steps:\n    - uses: evil/build@v1\n")
        .With(".github/workflows/all.yml", "on: push\njobs:\n  call:\n    uses: evil/build/.github/workflows/w.yml@v1\n    secrets: inherit\n")
        .With(".codex/tokens/token_scope_map.yaml", "ci:\n  npm:\n    token: NPM_TOKEN\n  cloud:\n    token: CLOUD_KEY\n  oidc:\n    token: ID\n    kind: oidc\n");

    [Fact]
    public void A_breached_workflow_reaches_all_that_it_uses_and_no_more() =>
        Names(new BreachedPlace(Release, Action: null)).ShouldBe(["HOOK_URL_KEY", "NPM_TOKEN", "SHARED_KEY"]);

    [Fact]
    public void A_breached_action_reaches_the_jobs_in_which_it_ran_also_within_an_action_of_the_repository()
    {
        var reached = BreachReach.Of(Audit(), new BreachedPlace(Workflow: null, "evil/build"));
        reached.Single(t => t.Name == "NPM_TOKEN").Places.ShouldContain($"{Release}: job publish");
        reached.Single(t => t.Name == "SHARED_KEY").Places.ShouldContain($"{Release}: job publish");

        // Every secret was handed to the called workflow: what the registry knows is in reach, the job's own token is not.
        reached.Select(t => t.Name).ShouldBe(["CLOUD_KEY", "HOOK_URL_KEY", "NPM_TOKEN", "SHARED_KEY"]);
        reached.Single(t => t.Name == "HOOK_URL_KEY").Places.ShouldBe([".github/workflows/all.yml: job call, which had every secret"]);
        reached.Single(t => t.Name == "HOOK_URL_KEY").IsRegistered.ShouldBeFalse();
    }

    [Fact]
    public void A_place_that_is_not_there_is_said()
    {
        BreachReach.IsKnown(Audit(), new BreachedPlace(Workflow: null, "evil/buil")).ShouldBeFalse();
        BreachReach.IsKnown(Audit(), new BreachedPlace("nowhere.yml", Action: null)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-03-14", false)]
    [InlineData("2026-03-15", true)]
    [InlineData("2026-03-14T11:59:59Z", false)]
    [InlineData("2026-03-14T12:00:01Z", true)]
    [InlineData("2026-03-14T14:00:01+03:00", false)]
    public void Only_what_was_replaced_after_the_breach_counts(string rotated, bool isReplaced)
    {
        var campaign = new RotationCampaign
        {
            Id = "x",
            Since = new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero),
            Started = new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero),
            Place = new BreachedPlace(Release, Action: null),
            Tokens = [new CampaignToken("NPM_TOKEN", [], Replaced: null, Evidence: null)],
        };
        var registry = AuditRunner.Run(new MemoryFiles().With(".codex/tokens/token_scope_map.yaml", $"ci:\n  npm:\n    token: NPM_TOKEN\n    rotated: {rotated}\n")).Repository.Registry;
        campaign.Open(registry).Count.ShouldBe(isReplaced ? 0 : 1);
        CampaignFile.Read(CampaignFile.Write(campaign), out _)!.Open(registry).Count.ShouldBe(isReplaced ? 0 : 1);
    }

    [Fact]
    public void A_file_that_is_no_campaign_is_refused_with_the_reason()
    {
        foreach (var text in new[] { "", "[]", "{}", "{\"id\": 1}", "{\"id\":\"x\",\"since\":\"yesterday\"}" })
        {
            CampaignFile.Read(text, out var because).ShouldBeNull();
            because.ShouldNotBeNullOrEmpty();
        }
    }

    private static AuditResult Audit() => AuditRunner.Run(Files);

    private static IEnumerable<string> Names(BreachedPlace place) => BreachReach.Of(Audit(), place).Select(t => t.Name);
}

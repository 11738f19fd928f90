using CsCheck;
using Warder.Engine.Registry;
using Warder.Engine.Registry.Discovery;
using Warder.Engine.Tests.Auditing;
using Warder.Syntax;
using Warder.Testing;

namespace Warder.Engine.Tests.Registry.Discovery;

public sealed class DiscoveryTests
{
    private const string Path = ".codex/tokens/token_scope_map.yaml";

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.OneOf("NPM_TOKEN", "NO", "NULL", "TRUE", "ON", "Y", "AWS_ACCESS_KEY_ID", "A_", "INF"),
        Gen.Char['0', 'Z'].Where(char.IsLetterOrDigit).Array[1, 8].Select(c => "E" + new string(c)));

    private static readonly Gen<string> Paths = Gen.OneOf(
        Gen.OneOf("a b.yml", "new\nline.yml", "\"quote\".yml", "tab\t.yml", "\u00FC\u2028.yml", "x # y.yml", "a: b.yml", "'.yml"),
        Gen.Char[' ', '~'].Where(c => c != '\\').Array[1, 12].Select(c => $"p{new string(c)}.yml"));

    private static readonly Gen<DiscoveredToken> Tokens =
        Gen.Select(Names, Paths, (name, path) => new DiscoveredToken(name, null, null, true, [path], []));

    [Fact]
    public void What_pipelines_use_and_the_registry_lacks_is_found()
    {
        var files = Audits.Of(Audits.Use("NPM_TOKEN"), Audits.Use("KNOWN_TOKEN", "B"), Audits.Use("GITHUB_TOKEN", "C"))
            .With("scripts/publish.sh", "echo $NPM_TOKEN\n")
            .With(Path, "automation:\n  known:\n    token: KNOWN_TOKEN\n");
        var token = TokenDiscovery.Find(AuditRunner.Run(files, rules: [])).ShouldHaveSingleItem();
        token.Name.ShouldBe("NPM_TOKEN");
        token.Workflows.ShouldBe([Audits.Path]);
        token.Scripts.ShouldBe(["scripts/publish.sh"]);
    }

    [Fact]
    public void A_name_that_only_callers_give_a_value_to_is_no_token_of_this_repository()
    {
        const string Reusable = """
            on:
              workflow_call:
                secrets:
                  expected-repository:
            jobs:
              a:
                runs-on: x
                steps:
                  - run: echo
                    env:
                      A: ${{ secrets.expected-repository }}
                      B: ${{ secrets.NPM_TOKEN }}
            """;
        var found = TokenDiscovery.Find(AuditRunner.Run(new MemoryFiles().With(Audits.Path, Reusable), rules: []));

        found.Select(t => t.Name).ShouldBe(["NPM_TOKEN"]);
    }

    [Fact]
    public void A_new_registry_reads_as_what_was_found()
    {
        Tokens.Array[0, 6].Sample(found =>
        {
            var tokens = found.DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase).ToList();
            var text = RegistryMerge.Create(tokens, AuditRunner.Today);
            var registry = RegistryReader.Read(new SourceText(Path, text));
            registry.IsReadable.ShouldBeTrue(text);
            registry.Entries.Select(e => e.WrittenName).ShouldBe(tokens.Select(t => t.Name), text);
            registry.Entries.Select(e => e.AuthorizedWorkflows!.Single().Text).ShouldBe(tokens.Select(t => t.Workflows[0]), text);
        }, iter: 2000);
    }

    [Theory]
    [InlineData("# ours\nautomation:\n  known: # keep\n    token: KNOWN_TOKEN\n\n# the end\n")]
    [InlineData("automation:\n  known:\n    token: KNOWN_TOKEN")]
    [InlineData("discovered:\n    known:\n        token: KNOWN_TOKEN # four columns\nmetadata:\n  version: 1\n")]
    [InlineData("automation:\r\n  known:\r\n    token: KNOWN_TOKEN\r\n")]
    public void What_is_added_leaves_every_other_byte(string before)
    {
        var registry = RegistryReader.Read(new SourceText(Path, before));
        DiscoveredToken[] tokens = [new("NPM_TOKEN", "api-key", "npm", true, [Audits.Path], [])];
        var merged = RegistryMerge.Add(registry, tokens).ShouldNotBeNull();
        var added = RegistryReader.Read(new SourceText(Path, merged));
        added.Find("NPM_TOKEN").ShouldNotBeNull();
        added.Find("KNOWN_TOKEN").ShouldNotBeNull();
        foreach (var line in before.Split('\n'))
        {
            merged.ShouldContain(line);
        }

        merged.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n').ShouldBe(!before.Contains('\r'));
        RegistryMerge.Add(added, []).ShouldBe(merged);
    }

    [Fact]
    public void A_registry_made_when_nothing_was_used_takes_tokens_later()
    {
        var empty = RegistryMerge.Create([], AuditRunner.Today) + "\nmetadata:\n  version: 1\n";
        var merged = RegistryMerge.Add(
            RegistryReader.Read(new SourceText(Path, empty)),
            [new DiscoveredToken("NPM_TOKEN", null, null, true, [Audits.Path], [])]).ShouldNotBeNull();
        merged.ShouldContain("discovered:\n  npm_token:\n");
        merged.ShouldEndWith("\n\nmetadata:\n  version: 1\n");
    }

    [Theory]
    [InlineData("- a list\n")]
    [InlineData("{ automation: { known: { token: KNOWN_TOKEN } } }\n")]
    [InlineData("automation: [\n")]
    public void Where_there_is_no_safe_place_nothing_is_added(string text) =>
        RegistryMerge.Add(RegistryReader.Read(new SourceText(Path, text)), [new DiscoveredToken("NPM_TOKEN", null, null, true, [], [])]).ShouldBeNull();
}

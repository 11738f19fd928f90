using CsCheck;
using Warder.Engine.Registry;
using Warder.Syntax;

namespace Warder.Engine.Tests.Registry;

public sealed class RegistryProblemTests
{
    [Theory]
    [InlineData("", "1:1 '' The registry is empty | Write one with `warder registry discover --write`")]
    [InlineData("- a\n- b\n", "1:1 '- a' The registry must be a mapping of categories, not a list | Put the entries under a category: `ci_automation:`")]
    [InlineData("just text\n", "1:1 'just text' The registry must be a mapping of categories, not a plain value | Put the entries under a category: `ci_automation:`")]
    public void What_is_no_registry_is_one_problem_and_not_readable(string text, string problem)
    {
        RegistryText.Read(text).IsReadable.ShouldBeFalse();
        RegistryText.Problems(text).ShouldBe([problem]);
    }

    [Fact]
    public void Broken_yaml_is_not_readable_and_says_where()
    {
        var registry = RegistryText.Read("ci:\n  bot: {token: CI_TOKEN\n");

        registry.IsReadable.ShouldBeFalse();
        registry.Entries.ShouldBeEmpty();
        registry.Problems.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("onwer: team", "4:5 'onwer' An entry has no field `onwer` | Did you mean `owner`?")]
    [InlineData("expiry: 2026-01-01", "4:5 'expiry' An entry has no field `expiry` | Did you mean `expires`?")]
    [InlineData("bot-identity: x", "4:5 'bot-identity' An entry has no field `bot-identity` | Did you mean `bot_identity`?")]
    [InlineData("purpose: [a]", "4:14 '[a]' `purpose` must be a text, not a list")]
    [InlineData("expires: soon", "4:14 'soon' `expires` must be a day written as year-month-day | Write it like `2026-03-31`")]
    [InlineData("created: 2026-02-30", "4:14 '2026-02-30' `created` must be a day written as year-month-day | Write it like `2026-03-31`")]
    [InlineData("rotation_days: -1", "4:20 '-1' `rotation_days` must be a positive number of days | Write it like `90`")]
    [InlineData("restricted: maybe", "4:17 'maybe' `restricted` must be `true` or `false`")]
    [InlineData("risk: hihg", "4:11 'hihg' `risk` must be `low`, `medium`, `high` or `critical` | Did you mean `high`?")]
    [InlineData("kind: deploykey", "4:11 'deploykey' `kind` is none that Warder knows | Did you mean `deploy-key`?")]
    [InlineData("classification: confidental", "4:21 'confidental' `classification` has no value `confidental` | Did you mean `confidential`?")]
    [InlineData("authorized_workflows: {a: b}", "4:27 '{a: b}' `authorized_workflows` must be a list of paths, not a mapping")]
    [InlineData("authorized_scripts: [[a]]", "4:26 '[a]' `authorized_scripts` must list paths, not a list")]
    [InlineData("permissions: [[a]]", "4:19 '[a]' A permission is written as `scope:level`, not as a list")]
    public void A_wrong_field_is_one_problem_at_its_place(string field, string problem) =>
        RegistryText.Problems($"ci:\n  bot:\n    token: CI_TOKEN\n    {field}\n").ShouldBe([problem]);

    [Theory]
    [InlineData("ticket: OPS-1")]
    [InlineData("x-team: a")]
    [InlineData("expires: never")]
    [InlineData("expires:")]
    [InlineData("classification: tier one")]
    public void Own_fields_and_empty_ones_are_fine(string field) =>
        RegistryText.Problems($"ci:\n  bot:\n    token: CI_TOKEN\n    {field}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("ci:\n  bot: {role: x}\n", "2:3 'bot' The entry `bot` names no token | Add `token:` with the name of the secret")]
    [InlineData("ci:\n  bot: {token: 'two words'}\n", "2:16 ''two words'' A secret cannot have this name | Names are made of letters, digits and `_`")]
    [InlineData("ci:\n  bot: {token: '${{ secrets.CI_TOKEN }}'}\n", "2:16 ''${{ secrets.CI_TOKEN }}'' A secret cannot have this name | Write `CI_TOKEN`")]
    [InlineData("ci: 5\n", "1:5 '5' `ci` must be a mapping of entries, not a plain value")]
    [InlineData("ci:\n  bot: [a]\n", "2:8 '[a]' The entry `bot` must be a mapping, not a list")]
    [InlineData("hierarchy: [a]\n", "1:12 '[a]' `hierarchy` must be a mapping of groups, not a list")]
    [InlineData("metadata: {total_registered_tokens: many}\n", "1:37 'many' `total_registered_tokens` must be a number of tokens")]
    [InlineData("metadata: {total_registerd_tokens: 1}\n", "1:12 'total_registerd_tokens' `metadata` has no key `total_registerd_tokens` | Did you mean `total_registered_tokens`?")]
    public void A_wrong_shape_is_one_problem_at_its_place(string text, string problem) => RegistryText.Problems(text).ShouldBe([problem]);

    [Fact]
    public void An_entry_in_the_place_of_a_category_is_said_and_read()
    {
        var registry = RegistryText.Read("bot:\n  token: CI_TOKEN\n  role: x\n");

        registry.Entries.ShouldHaveSingleItem().Name.ShouldBe("CI_TOKEN");
        registry.Problems.ShouldHaveSingleItem().Message.ShouldBe("`bot` is an entry where a category of entries is expected");
    }

    [Fact]
    public void Never_throws_and_keeps_every_place_inside_the_text() =>
        Words.Of(
                "ci:", "prohibited:", "deprecated:", "metadata:", "hierarchy:", "github_tokens:", "token: A_B", "permissions:", "- ", "  ", "    ",
                "\n", "\n  ", "\n    ", "{", "}", "[", "]", "&a ", "*a", "<<: *a", "issues:write", "'", "\"", "expires: 2026", "risk: low", ",", ": ", "~",
                "authorized_workflows: all", "x", "\t", "# c", "|", ">", "---\n")
            .Array[0, 40].Select(string.Concat)
            .Sample(text =>
            {
                var registry = RegistryReader.Read(new SourceText("r.yaml", text));
                foreach (var problem in registry.Problems)
                {
                    problem.Span.Start.ShouldBeGreaterThanOrEqualTo(0);
                    problem.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
                }

                foreach (var entry in registry.Entries)
                {
                    entry.NameSpan.End.ShouldBeLessThanOrEqualTo(text.Length);
                    foreach (var permission in entry.Permissions ?? [])
                    {
                        permission.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
                    }
                }
            }, iter: 3_000);
}

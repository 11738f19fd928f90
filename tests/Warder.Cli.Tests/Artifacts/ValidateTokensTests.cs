using System.Text;

namespace Warder.Cli.Tests.Artifacts;

public sealed class ValidateTokensTests
{
    private const string Registry = """
        bots:
          main: {token: MAIN_TOKEN, kind: pat-fine-grained, provider: github, bot_identity: a, purpose: b, permissions: ["contents:read"]}
          npm: {token: NPM_PUBLISH, provider: npm, bot_identity: a, purpose: b, permissions: ["publish"]}
          gate: {token: GATE_JWT, bot_identity: a, purpose: b, permissions: ["x"]}
        prohibited:
          default_token: {token: GITHUB_TOKEN, reason: no, alternative: MAIN_TOKEN}
        hierarchy:
          github: {primary: MAIN_TOKEN, second: NPM_PUBLISH, prohibited: GITHUB_TOKEN}
        """;

    [Fact]
    public void Nothing_set_is_told_and_fails_only_where_asked()
    {
        using var shop = Shop();
        var ran = Run(shop, []).Ends(0);
        ran.Out.ShouldContain("MAIN_TOKEN    not set (github.primary)");
        ran.Out.ShouldContain("GITHUB_TOKEN  not set, as it should be (github.prohibited)");
        ran.Out.ShouldContain("compliance: missing");
        Run(shop, [], "--strict").Ends(1);
    }

    [Fact]
    public void The_first_of_the_hierarchy_leads_and_no_value_is_shown()
    {
        using var shop = Shop();
        var value = "npm_" + Random36();
        var ran = Run(shop, new() { ["NPM_PUBLISH"] = value }).Ends(1);
        ran.Out.ShouldContain("its checksum does not fit: it is cut, mistyped or made up");
        ran.Out.ShouldContain("hierarchy: NPM_PUBLISH (second - violation)");
        Hidden(shop, ran, value);

        var other = Run(shop, new() { ["NPM_PUBLISH"] = "unknown words of mine" }).Ends(0);
        other.Out.ShouldContain("NPM_PUBLISH   set, of no known format (github.second)");
        other.Out.ShouldContain("hierarchy: NPM_PUBLISH (second - compliant)");
        Hidden(shop, other, "unknown words");
    }

    [Fact]
    public void A_value_of_another_kind_is_a_violation()
    {
        using var shop = Shop();
        var value = "glpat-" + "x9Kq2Zb7Tn4Wm5Rp8" + "Ls3";
        Run(shop, new() { ["MAIN_TOKEN"] = value }).Ends(1).Out.ShouldContain("The registry says pat-fine-grained, and the value is 'GitLab");
    }

    [Fact]
    public void A_web_token_that_ended_by_its_own_content_is_told()
    {
        using var shop = Shop();
        var ran = Run(shop, new() { ["GATE_JWT"] = Jwt(1_500_000_000) }).Ends(1);
        ran.Out.ShouldContain("By its own content it ended on 2017-07-14 02:40 UTC");
        Hidden(shop, ran, Jwt(1_500_000_000)[..30]);
        Run(shop, new() { ["GATE_JWT"] = Jwt(4_000_000_000) }).Ends(0).Out.ShouldContain("compliance: compliant");
    }

    [Fact]
    public void A_prohibited_token_and_one_value_twice_are_told()
    {
        using var shop = Shop();
        var ran = Run(shop, new() { ["GITHUB_TOKEN"] = "some-value-here", ["MAIN_TOKEN"] = "some-value-here" }).Ends(1);
        ran.Out.ShouldContain("It is prohibited, and set; use MAIN_TOKEN");
        ran.Out.ShouldContain("note: It has the same value as GITHUB_TOKEN");
        Run(shop, new() { ["MAIN_TOKEN"] = "some-value-here\n" }).Ends(1).Out.ShouldContain("Blanks or line breaks");
    }

    private static SessionShop Shop()
    {
        var shop = new SessionShop(SessionShop.Line("unit", "true"));
        shop.Folder.With(".warder/tokens.yaml", Registry);
        return shop;
    }

    private static Ran Run(SessionShop shop, Dictionary<string, string> environment, params string[] arguments)
    {
        foreach (var name in new[] { "MAIN_TOKEN", "NPM_PUBLISH", "GATE_JWT", "GITHUB_TOKEN", "GH_TOKEN" })
        {
            environment.TryAdd(name, "");
        }

        return WarderProcess.Run(shop.Root, input: null, environment, ["artifacts", "validate-tokens", .. arguments]);
    }

    private static void Hidden(SessionShop shop, Ran ran, string value)
    {
        (ran.Out + ran.Error + shop.Folder.Text("logs/token-audit/token-environment-summary.json")).ShouldNotContain(value);
    }

    private static string Random36() =>
        new([.. Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("a sample"u8)).Where(char.IsAsciiLetterOrDigit).Concat("aZ3kQ9").Take(36)]);

    private static string Jwt(long end) => $"{Part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Part($"{{\"iss\":\"gate\",\"sub\":\"t\",\"exp\":{end}}}")}.{Part("signature-of-some-kind-000")}";

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

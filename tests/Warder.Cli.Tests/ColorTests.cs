namespace Warder.Cli.Tests;

public sealed class ColorTests
{
    public static TheoryData<string, string, bool> Wishes { get; } = new()
    {
        { "", "", false },
        { "FORCE_COLOR=1", "", true },
        { "FORCE_COLOR=0", "", false },
        { "FORCE_COLOR=1 NO_COLOR=1", "", false },
        { "FORCE_COLOR=1 TERM=dumb", "", false },
        { "NO_COLOR=1", "always", true },
        { "FORCE_COLOR=1", "never", false },
        { "NO_COLOR=1 FORCE_COLOR=1", "auto", false },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void Colour_follows_the_option_then_the_environment_then_the_terminal(string variables, string option, bool coloured)
    {
        using var shop = Shop.Broken();
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        string[] arguments = option.Length == 0 ? ["audit"] : ["audit", "--color", option];
        WarderProcess.Run(shop.Root, input: null, environment, arguments).Ends(1).Out.Contains('\u001b').ShouldBe(coloured);
    }

    [Theory]
    [InlineData("80")]
    [InlineData("120")]
    public void The_report_keeps_to_the_width(string width)
    {
        using var shop = Shop.Broken();
        var environment = new Dictionary<string, string> { ["COLUMNS"] = width };
        var ran = WarderProcess.Run(shop.Root, input: null, environment, "audit").Ends(1);
        ran.Out.Split('\n').Max(l => l.Length).ShouldBeLessThanOrEqualTo(int.Parse(width));
    }

    [Fact]
    public void A_terminal_without_unicode_gets_ascii()
    {
        using var shop = Shop.Broken();
        var ran = WarderProcess.Run(shop.Root, input: null, new Dictionary<string, string> { ["LC_ALL"] = "C" }, "audit").Ends(1);
        ran.Out.ShouldAllBe(c => c < 128);
    }
}

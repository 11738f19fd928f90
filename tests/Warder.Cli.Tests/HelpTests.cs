namespace Warder.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands { get; } =
    [
        "", "init", "audit", "validate", "doctor", "tokens", "tokens list", "tokens show", "registry", "registry check", "registry list", "registry discover",
        "registry schema", "baseline", "baseline create", "baseline prune", "potato", "potato check", "potato fix", "guard", "guard check",
        "guard clean", "docs", "docs matrix", "docs policy", "artifacts", "artifacts run", "artifacts setup", "artifacts finish",
        "artifacts list", "artifacts clean", "artifacts validate-tokens", "rotation", "rotation status", "rotation plan", "rotation record",
        "rotation calendar", "rotation campaign", "rotation campaign start", "rotation campaign status",
        "history", "history list", "history show", "history diff", "history trend", "history import", "history backfill", "logs", "logs verify",
        "logs archive", "logs prune", "aar", "aar governance", "aar health", "aar incident", "aar issue", "aar pull-request", "aar sprint",
        "aar automation", "rules", "explain", "completion",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_help_that_fits_80_columns(string command)
    {
        using var folder = new TempFolder();
        var environment = new Dictionary<string, string> { ["COLUMNS"] = "80" };
        var ran = WarderProcess.Run(folder.Root, input: null, environment, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Ends(0);
        ran.Error.ShouldBe("");
        ran.Out.ShouldContain("Usage:");
        ran.Out.ShouldContain("Examples:");
        ran.Out.ShouldContain($"warder {command}".TrimEnd());
        foreach (var line in ran.Out.Split('\n'))
        {
            line.Length.ShouldBeLessThanOrEqualTo(80, line);
        }
    }

    [Fact]
    public void Warder_alone_prints_help()
    {
        using var folder = new TempFolder();
        WarderProcess.Run(folder.Root).Ends(0).Out.ShouldBe(WarderProcess.Run(folder.Root, "--help").Out);
    }

    [Theory]
    [InlineData("needs one of: list, show", "warder tokens --help", "tokens")]
    [InlineData("needs one of: check, list, discover, schema", "warder registry --help", "registry")]
    [InlineData("needs one of: create, prune", "warder baseline --help", "baseline")]
    [InlineData("audti", "warder --help", "audti")]
    [InlineData("lst", "warder tokens --help", "tokens", "lst")]
    [InlineData("--formt", "warder audit --help", "audit", "--formt", "json")]
    [InlineData("xml", "warder audit --help", "audit", "--format", "xml")]
    [InlineData("--json-output", "warder audit --help", "audit", "--json-output")]
    [InlineData("slug", "warder explain --help", "explain")]
    [InlineData("tcsh", "warder completion --help", "completion", "tcsh")]
    [InlineData("@list.txt", "warder --help", "@list.txt")]
    public void Bad_usage_is_one_line_and_a_pointer(string because, string pointer, params string[] arguments)
    {
        using var folder = new TempFolder().With("list.txt", "rules\n");
        WarderProcess.Run(folder.Root, arguments).Refuses(because).Error.ShouldEndWith($"See '{pointer}'.\n");
    }

    [Fact]
    public void A_mistyped_command_or_option_is_met_with_a_suggestion()
    {
        using var folder = new TempFolder();
        WarderProcess.Run(folder.Root, "audti").Refuses("did you mean 'audit'?");
        WarderProcess.Run(folder.Root, "audit", "--fail-om", "error").Refuses("did you mean '--fail-on'?");
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--version", "audit")]
    public void Version_is_a_version(params string[] arguments)
    {
        using var folder = new TempFolder();
        var ran = WarderProcess.Run(folder.Root, arguments);
        if (arguments.Length == 1)
        {
            ran.Ends(0).Out.ShouldMatch(@"\A\d+\.\d+\.\d+(-[\w.]+)?\n\z");
        }
        else
        {
            ran.Refuses("--version");
        }
    }
}

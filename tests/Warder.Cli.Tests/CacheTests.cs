namespace Warder.Cli.Tests;

/// <summary>Where an audit leaves what it found for the next one, and how a user does without.</summary>
public sealed class CacheTests
{
    [Fact]
    public void It_lies_where_the_user_keeps_such_things_and_tells_the_same()
    {
        using var shop = Shop.Broken();
        var environment = Environment(shop, ("XDG_CACHE_HOME", Path.Combine(shop.Base, "xdg")));
        var first = WarderProcess.Run(shop.Root, input: null, environment, "audit", "--format", "json").Ends(1);
        Directory.GetFiles(Path.Combine(shop.Base, "xdg", "warder")).ShouldHaveSingleItem();
        WarderProcess.Run(shop.Root, input: null, environment, "audit", "--format", "json").Ends(1).Out.ShouldBe(first.Out);
    }

    [Fact]
    public void Each_choice_of_rules_is_kept_for_itself()
    {
        using var shop = Shop.Broken();
        var environment = Environment(shop, ("WARDER_CACHE_DIR", Path.Combine(shop.Base, "kept")));
        WarderProcess.Run(shop.Root, input: null, environment, "audit", "--rule", "missing-permissions").Ends(0);
        WarderProcess.Run(shop.Root, input: null, environment, "audit").Ends(1);
        Directory.GetFiles(Path.Combine(shop.Base, "kept")).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("WARDER_CACHE_DIR", "")]
    [InlineData("XDG_CACHE_HOME", "relative")]
    [InlineData("HOME", "")]
    public void Without_a_folder_nothing_is_kept(string variable, string value)
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, input: null, Environment(shop, (variable, value)), "audit").Ends(1).Error.ShouldBe("");
        Directory.GetFileSystemEntries(shop.Root).ShouldNotContain(e => Path.GetFileName(e) == "relative");
        Directory.Exists(Path.Combine(shop.Base, ".cache")).ShouldBe(variable == "XDG_CACHE_HOME");
    }

    [Fact]
    public void A_relative_folder_is_refused()
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, input: null, Environment(shop, ("WARDER_CACHE_DIR", "kept")), "audit").Ends(2)
            .Error.ShouldBe("warder: WARDER_CACHE_DIR has to be an absolute path, or empty to keep nothing: 'kept'\n");
    }

    [Fact]
    public void No_cache_neither_reads_nor_writes_it()
    {
        using var shop = Shop.Broken();
        var environment = Environment(shop, ("WARDER_CACHE_DIR", Path.Combine(shop.Base, "kept")));
        WarderProcess.Run(shop.Root, input: null, environment, "audit", "--no-cache").Ends(1);
        Directory.Exists(Path.Combine(shop.Base, "kept")).ShouldBeFalse();
    }

    /// <summary>A home of the test's own, and nothing else said but these.</summary>
    private static Dictionary<string, string> Environment(TempFolder shop, params (string Name, string Value)[] others)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = shop.Base };
        foreach (var (name, value) in others)
        {
            environment[name] = value;
        }

        return environment;
    }
}

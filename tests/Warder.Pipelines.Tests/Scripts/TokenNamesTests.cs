using Warder.Pipelines.Scripts;

namespace Warder.Pipelines.Tests.Scripts;

public sealed class TokenNamesTests
{
    private static readonly string[] Few = ["BOT_KEY", "NPM_TOKEN", "GITHUB_TOKEN", "TOKEN", "MY_TOKEN_KEY"];

    // More endings than are searched for one by one.
    private static readonly string[] Many = [.. Few, .. Enumerable.Range(0, 20).Select(i => $"X_E{i}")];

    [Theory]
    [InlineData("", "")]
    [InlineData("echo $NPM_TOKEN $BOT_KEY ${NPM_TOKEN}", "NPM_TOKEN BOT_KEY")]
    [InlineData("BOT_KEY=$GITHUB_TOKEN", "BOT_KEY GITHUB_TOKEN")]
    [InlineData("A_BOT_KEY BOT_KEYS bot_key BOT-KEY", "")]
    [InlineData("MY_TOKEN_KEY then TOKEN", "MY_TOKEN_KEY TOKEN")]
    [InlineData("NPM_TOKEN_X,GITHUB_TOKEN", "GITHUB_TOKEN")]
    public void Whole_words_are_found_in_their_order(string text, string expected)
    {
        string.Join(' ', new TokenNames(Few).FindIn(text)).ShouldBe(expected);
        string.Join(' ', new TokenNames(Many).FindIn(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("$env:bot_key", true)]
    [InlineData("$env:BOT_KEYS", true)]
    [InlineData("$env:my_key", false)]
    public void Any_case_counts_where_none_is_asked_for(string text, bool expected)
    {
        new TokenNames(Few[..3]).MayContain(text).ShouldBe(expected);
        new TokenNames(Few[..3]).MayContain(text, ScriptLanguage.PowerShell).ShouldBe(expected);
    }
}

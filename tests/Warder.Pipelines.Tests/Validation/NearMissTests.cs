using Warder.Pipelines.GitHub.Validation;

namespace Warder.Pipelines.Tests.Validation;

public sealed class NearMissTests
{
    private static readonly string[] Words = ["steps", "runs-on", "pull_request", "synchronize", "locked", "node16", "on", "timeout-minutes"];

    [Theory]
    [InlineData("step", "steps")]
    [InlineData("runs_on", "runs-on")]
    [InlineData("RUNS-ON", "runs-on")]
    [InlineData("runson", "runs-on")]
    [InlineData("pull-requets", "pull_request")]
    [InlineData("synchronise", "synchronize")]
    [InlineData("timeout-minuets", "timeout-minutes")]
    public void Finds_the_word_that_was_meant(string word, string meant) => NearMiss.Find(word, Words).ShouldBe(meant);

    [Theory]
    [InlineData("of")]
    [InlineData("o")]
    [InlineData("blocked")]
    [InlineData("node26")]
    [InlineData("cache-mode")]
    [InlineData("a-name-that-is-longer-than-any-word-that-the-platform-has")]
    public void Leaves_other_words_alone(string word) => NearMiss.Find(word, Words).ShouldBeNull();

    [Fact]
    public void Minds_the_first_letter_only_where_words_are_still_added()
    {
        NearMiss.Find("teps", Words).ShouldBeNull();
        NearMiss.Find("teps", Words, isClosed: true).ShouldBe("steps");
    }
}

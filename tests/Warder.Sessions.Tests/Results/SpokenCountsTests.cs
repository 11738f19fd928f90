using System.Text;
using Warder.Sessions.Results;

namespace Warder.Sessions.Tests.Results;

public sealed class SpokenCountsTests
{
    [Theory]
    [InlineData("# tests 5\n# pass 3\n# fail 1\n# skipped 1\n", 3, 1, 1)]
    [InlineData("\u2139 tests 5\n\u2139 pass 4\n\u2139 fail 1\n", 4, 1, 0)]
    [InlineData("  12 passing (30ms)\n  2 pending\n  1 failing\n\n  1) a test\n", 12, 1, 2)]
    [InlineData("\u001b[92m \u001b[0m\u001b[32m 7 passing\u001b[0m\u001b[90m (4ms)\u001b[0m\n", 7, 0, 0)]
    [InlineData("Tests:       1 failed, 2 skipped, 1 todo, 5 passed, 9 total\n", 5, 1, 3)]
    [InlineData("      Tests  1 failed | 5 passed (6)\n", 5, 1, 0)]
    [InlineData("test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n", 7, 1, 1)]
    [InlineData("=== RUN   TestA\n--- PASS: TestA (0.00s)\n    --- PASS: TestA/sub (0.00s)\n--- FAIL: TestB (0.00s)\n--- SKIP: TestC (0.00s)\nok x 0.1s", 2, 1, 1)]
    [InlineData("Passed!  - Failed:     0, Passed:     5, Skipped:     1, Total:     6, Duration: 1 s\nFailed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3\n", 7, 1, 1)]
    [InlineData("Test run summary: Passed!\n  total: 6\n  failed: 1\n  succeeded: 4\n  skipped: 1\n  duration: 1s\n", 4, 1, 1)]
    public void The_words_of_the_tools_are_known(string output, int passed, int failed, int skipped)
    {
        foreach (var size in new[] { 1, 3, int.MaxValue })
        {
            var counts = new SpokenCounts();
            foreach (var piece in Encoding.UTF8.GetBytes(output).Chunk(Math.Min(size, output.Length + 100)))
            {
                counts.Write(piece);
            }

            counts.Finish();
            (counts.Passed, counts.Failed, counts.Skipped).ShouldBe((passed, failed, skipped));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("5 files passing through\n# a comment 5\n12 apples\nfailed: to open 5 files\n")]
    [InlineData("Failed to load 3 of 5\n")]
    public void Other_words_count_nothing(string output)
    {
        var counts = new SpokenCounts();
        counts.Write(Encoding.UTF8.GetBytes(output));
        counts.Finish();
        counts.Passed.ShouldBeNull();
    }
}

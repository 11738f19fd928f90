namespace Warder.Engine.Rules.Hygiene;

/// <summary>Tells files of tests and examples by their folders.</summary>
internal static class TestPaths
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "testdata", "test-data", "test_data", "__tests__", "spec", "specs", "fixture", "fixtures", "mock", "mocks", "__mocks__",
        "example", "examples", "sample", "samples", "e2e",
    };

    public static bool IsOne(string path) => path.Split('/')[..^1].Any(Folders.Contains);
}

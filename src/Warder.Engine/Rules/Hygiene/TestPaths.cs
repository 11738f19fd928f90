namespace Warder.Engine.Rules.Hygiene;

/// <summary>Tells files of tests and examples by their folders and their own names.</summary>
internal static class TestPaths
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "testdata", "test-data", "test_data", "__tests__", "spec", "specs", "fixture", "fixtures", "mock", "mocks", "__mocks__",
        "example", "examples", "sample", "samples", "e2e",
    };

    public static bool IsOne(string path)
    {
        var parts = path.Split('/');
        return parts[..^1].Any(Folders.Contains) || IsNamedSo(Path.GetFileNameWithoutExtension(parts[^1]));
    }

    private static bool IsNamedSo(string name) =>
        name.StartsWith("test", StringComparison.OrdinalIgnoreCase) || name.Split('-', '_', '.').Any(Folders.Contains);
}

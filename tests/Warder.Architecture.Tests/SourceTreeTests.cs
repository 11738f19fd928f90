using Warder.Testing;

namespace Warder.Architecture.Tests;

/// <summary>What holds for source files as texts.</summary>
public sealed class SourceTreeTests
{
    private const int MaxLines = 400;

    [Fact]
    public void No_source_file_is_a_room_of_two_rooms()
    {
        var large = SourceFiles().Where(f => File.ReadLines(f).Count() > MaxLines).Select(Relative);

        large.ShouldBeEmpty();
    }

    [Fact]
    public void Only_one_place_catches_everything()
    {
        var catching = SourceFiles()
            .Where(f => Relative(f).StartsWith("src/", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Any(CatchesEverything))
            .Select(Relative);

        catching.ShouldBe(["src/Warder.Engine/Auditing/DefectGuard.cs"]);
    }

    // A filter that names the types it takes is a narrow catch; one that names what it leaves out is not.
    private static bool CatchesEverything(string line)
    {
        var text = line.Trim();
        return text == "catch"
            || (text.StartsWith("catch (Exception", StringComparison.Ordinal) && !text.Contains(" is ", StringComparison.Ordinal))
            || text.Contains(" is not OperationCanceledException)", StringComparison.Ordinal);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var file in SourceFiles().Where(f => Relative(f).StartsWith("src/", StringComparison.Ordinal)))
        {
            var expected = "namespace " + Path.GetDirectoryName(Relative(file))!["src/".Length..].Replace('/', '.') + ";";
            var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
            if (line is not null)
            {
                line.ShouldBe(expected, Relative(file));
            }
        }
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "tests", "bench" }
            .Select(f => RepositoryRoot.Combine(f))
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');
}

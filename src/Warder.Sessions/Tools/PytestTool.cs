using Warder.Engine.Hygiene;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary>pytest.</summary>
internal sealed class PytestTool : TestTool
{
    private const int InternalError = 3;
    private const int UsageError = 4;
    private const int NothingCollected = 5;
    private static readonly string[] Configurations = ["pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg", "pyproject.toml"];
    private static readonly string[] TestFolders = ["tests", "test"];
    private static readonly string[] CoverageFiles = [".coveragerc", "setup.cfg", "tox.ini", "pyproject.toml"];

    public override SuiteKind Kind => SuiteKind.Pytest;

    public override string RootName => "python";

    /// <summary>A project with tests: a configuration of pytest, or test files where pytest looks for them.</summary>
    public override string? Finds(ProjectFolder folder)
    {
        foreach (var file in Configurations)
        {
            if (folder.Text(file) is { } text && (file.EndsWith("pytest.ini", StringComparison.Ordinal) || text.Contains("[tool.pytest", StringComparison.Ordinal) || text.Contains("[tool:pytest]", StringComparison.Ordinal) || text.Contains("[pytest]", StringComparison.Ordinal)))
            {
                return file;
            }
        }

        if (folder.HasFile("conftest.py"))
        {
            return "conftest.py";
        }

        var mark = VirtualEnvironment.ProjectMarks.FirstOrDefault(folder.HasFile);
        return mark is not null && (TestsIn(folder) || TestFolders.Any(t => TestsIn(new ProjectFolder(folder.Root, Path.Join(folder.Path, t)))))
            ? mark
            : null;
    }

    public override IReadOnlyList<string> Command(ProjectFolder folder) => ["python", "-m", "pytest"];

    public override void Prepare(SuiteLaunch launch)
    {
        var places = launch.Places;
        launch.Arguments.AddRange(["--tb=short", "-o", $"cache_dir={places.PytestCache}", $"--junitxml={places.JUnitFile}"]);
        if (!places.HasCoverageTool)
        {
            return;
        }

        // A project that says what is measured keeps its word.
        var isConfigured = CoverageFiles.Any(f => launch.Folder.Text(f) is { } text && (f == ".coveragerc" || text.Contains("[tool.coverage", StringComparison.Ordinal) || text.Contains("[coverage:", StringComparison.Ordinal)));
        launch.Arguments.AddRange(
        [
            !isConfigured && launch.Folder.HasFolder("src") ? "--cov=src" : "--cov",
            $"--cov-report=html:{Path.Join(places.Coverage, "htmlcov")}",
            $"--cov-report=xml:{Path.Join(places.Coverage, "coverage.xml")}",
            "--cov-report=term",
        ]);
    }

    public override string? Refusal(int exitCode) => exitCode switch
    {
        InternalError => "pytest failed in itself",
        UsageError => "pytest was not understood",
        NothingCollected => "no tests were found",
        _ => null,
    };

    private static bool TestsIn(ProjectFolder folder) =>
        folder.Ending(".py").Any(n => n.StartsWith("test_", StringComparison.Ordinal) || n.EndsWith("_test.py", StringComparison.Ordinal));
}

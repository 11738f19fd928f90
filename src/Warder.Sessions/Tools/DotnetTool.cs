using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary><c>dotnet test</c>, on the older test host and on the newer test platform.</summary>
internal sealed class DotnetTool : TestTool
{
    private const int NoTests = 8;
    private static readonly string[] Ends = [".slnx", ".sln", ".csproj", ".fsproj", ".vbproj"];

    public override SuiteKind Kind => SuiteKind.Dotnet;

    public override string RootName => "dotnet";

    public override string? Finds(ProjectFolder folder)
    {
        foreach (var end in Ends)
        {
            if (folder.Ending(end).FirstOrDefault() is { } file)
            {
                // A folder with one project is a suite only if that one has tests; a solution is asked by running it.
                return end.StartsWith(".sln", StringComparison.Ordinal) || (folder.Text(file) is { } text && HasTests(text)) ? file : null;
            }
        }

        return null;
    }

    public override IReadOnlyList<string> Command(ProjectFolder folder) => ["dotnet", "test"];

    public override void Prepare(SuiteLaunch launch)
    {
        var isPlatform = IsPlatform(launch.Folder);
        launch.Arguments.AddRange(["--results-directory", launch.Places.ResultsFolder]);
        if (!isPlatform)
        {
            launch.Arguments.AddRange(["--logger", "trx", "--logger", "console;verbosity=minimal"]);
            if (UsesCollector(launch.Folder))
            {
                launch.Arguments.AddRange(["--collect", "XPlat Code Coverage"]);
            }
        }

        // A server that stays behind would be ended with the suite, under the feet of whoever uses it too.
        launch.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        launch.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        launch.Environment["UseSharedCompilation"] = "false";
        launch.Environment["DOTNET_NOLOGO"] = "1";
    }

    public override string? Refusal(int exitCode) => exitCode == NoTests ? "no tests were found" : null;

    /// <summary>The platform is chosen in global.json, which may lie in any folder above.</summary>
    private static bool IsPlatform(ProjectFolder folder)
    {
        for (var at = new DirectoryInfo(folder.Full); at is not null; at = at.Parent)
        {
            if (new ProjectFolder(at.FullName, "").Text("global.json") is { } text)
            {
                return text.Contains("Microsoft.Testing.Platform", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool HasTests(string project) =>
        project.Contains("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) || project.Contains("xunit", StringComparison.OrdinalIgnoreCase)
        || project.Contains("MSTest", StringComparison.OrdinalIgnoreCase) || project.Contains("NUnit", StringComparison.OrdinalIgnoreCase) || project.Contains("TUnit", StringComparison.OrdinalIgnoreCase);

    private static bool UsesCollector(ProjectFolder folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        const int MostProjects = 500;
        return Directory.EnumerateFiles(folder.Full, "*.*proj", options).Concat(Directory.EnumerateFiles(folder.Full, "Directory.*.props", options)).Take(MostProjects)
            .Any(f => new ProjectFolder(Path.GetDirectoryName(f)!, "").Text(Path.GetFileName(f)) is { } text && text.Contains("coverlet.collector", StringComparison.OrdinalIgnoreCase));
    }
}

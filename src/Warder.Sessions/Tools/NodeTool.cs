using System.Text.Json;
using Warder.Engine;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary>The test script of a package.json.</summary>
internal sealed class NodeTool : TestTool
{
    private const string Placeholder = "no test specified";

    public override SuiteKind Kind => SuiteKind.Node;

    public override string RootName => "node";

    public override string? Finds(ProjectFolder folder) => Script(folder) is not null ? "package.json" : null;

    public override IReadOnlyList<string> Command(ProjectFolder folder) =>
        folder.HasFile("pnpm-lock.yaml") ? ["pnpm", "test"] : folder.HasFile("yarn.lock") && !folder.HasFile("package-lock.json") ? ["yarn", "test"] : ["npm", "test"];

    public override void Prepare(SuiteLaunch launch)
    {
        var script = Script(launch.Folder) ?? "";
        var places = launch.Places;
        if (Runs(script, "vitest"))
        {
            AddBehindDashes(launch, ["--reporter=default", "--reporter=junit", $"--outputFile.junit={places.JUnitFile}", $"--coverage.reportsDirectory={places.Coverage}"]);
        }
        else if (Runs(script, "jest") || Runs(script, "react-scripts"))
        {
            AddBehindDashes(launch, ["--coverage", $"--coverageDirectory={places.Coverage}", "--passWithNoTests"]);
            if (Runs(script, "react-scripts"))
            {
                launch.Arguments.Add("--watchAll=false");
            }

            launch.Environment["JEST_JUNIT_OUTPUT_FILE"] = places.JUnitFile;
        }
        else if (Runs(script, "mocha"))
        {
            launch.Environment["MOCHA_FILE"] = places.JUnitFile;
        }
    }

    public override IReadOnlyList<PathPattern> Results { get; } = [new("junit.xml"), new("test-results.xml"), new("reports/junit.xml")];

    private static void AddBehindDashes(SuiteLaunch launch, string[] arguments)
    {
        // npm keeps for itself what stands before the dashes.
        launch.Arguments.Add("--");
        launch.Arguments.AddRange(arguments);
    }

    private static bool Runs(string script, string word)
    {
        // The script may run several programs; arguments behind it go to the last, so only that one counts.
        var last = script.Split(["&&", "||", ";", "|"], StringSplitOptions.RemoveEmptyEntries) is [.., var part] ? part : "";
        return last.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w == word || w.EndsWith("/" + word, StringComparison.Ordinal) || w.EndsWith("/" + word + ".js", StringComparison.Ordinal));
    }

    private static string? Script(ProjectFolder folder)
    {
        if (folder.Text("package.json") is not { } text)
        {
            return null;
        }

        try
        {
            using var package = JsonDocument.Parse(text);
            return package.RootElement.ValueKind == JsonValueKind.Object
                && package.RootElement.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object
                && scripts.TryGetProperty("test", out var test) && test.ValueKind == JsonValueKind.String
                && test.GetString() is { Length: > 0 } script && !script.Contains(Placeholder, StringComparison.Ordinal)
                ? script
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

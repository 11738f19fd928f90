using Warder.Engine;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary><c>gradle test</c>, by the project's own wrapper where it has one, and without a daemon that stays behind.</summary>
internal sealed class GradleTool : TestTool
{
    private static readonly string[] Marks = ["build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"];

    public override SuiteKind Kind => SuiteKind.Gradle;

    public override string RootName => "gradle";

    public override string? Finds(ProjectFolder folder) => Marks.FirstOrDefault(folder.HasFile);

    public override IReadOnlyList<string> Command(ProjectFolder folder) => [folder.HasFile("gradlew") ? "./gradlew" : "gradle", "--no-daemon", "--console=plain", "test"];

    public override IReadOnlyList<PathPattern> Results { get; } = [new("**/build/test-results/**/TEST-*.xml")];
}

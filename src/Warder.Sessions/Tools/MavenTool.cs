using Warder.Engine;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary><c>mvn test</c>, by the project's own wrapper where it has one.</summary>
internal sealed class MavenTool : TestTool
{
    public override SuiteKind Kind => SuiteKind.Maven;

    public override string RootName => "maven";

    public override string? Finds(ProjectFolder folder) => folder.HasFile("pom.xml") ? "pom.xml" : null;

    public override IReadOnlyList<string> Command(ProjectFolder folder) => [folder.HasFile("mvnw") ? "./mvnw" : "mvn", "--batch-mode", "test"];

    public override IReadOnlyList<PathPattern> Results { get; } = [new("**/target/surefire-reports/TEST-*.xml"), new("**/target/failsafe-reports/TEST-*.xml")];
}

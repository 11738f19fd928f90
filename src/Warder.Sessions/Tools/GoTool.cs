using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary><c>go test</c>; its verbose output tells each test.</summary>
internal sealed class GoTool : TestTool
{
    public override SuiteKind Kind => SuiteKind.Go;

    public override string RootName => "go";

    public override string? Finds(ProjectFolder folder) => folder.HasFile("go.mod") ? "go.mod" : null;

    public override IReadOnlyList<string> Command(ProjectFolder folder) => ["go", "test", "-v"];

    public override void Prepare(SuiteLaunch launch) => launch.Arguments.AddRange([$"-coverprofile={Path.Join(launch.Places.Coverage, "go-cover.out")}", "./..."]);
}

using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary><c>cargo test</c>; the sums at the end of its output tell the results.</summary>
internal sealed class CargoTool : TestTool
{
    public override SuiteKind Kind => SuiteKind.Cargo;

    public override string RootName => "rust";

    public override string? Finds(ProjectFolder folder) => folder.HasFile("Cargo.toml") ? "Cargo.toml" : null;

    public override IReadOnlyList<string> Command(ProjectFolder folder) => ["cargo", "test", "--no-fail-fast"];
}

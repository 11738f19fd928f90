using Warder.Engine;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tools;

/// <summary>A tool that runs tests: how it is recognised, started and told where its artifacts go.</summary>
internal abstract class TestTool
{
    /// <summary>The tools, in the order in which their suites run.</summary>
    public static IReadOnlyList<TestTool> All { get; } = [new PytestTool(), new NodeTool(), new DotnetTool(), new GoTool(), new CargoTool(), new MavenTool(), new GradleTool()];

    public abstract SuiteKind Kind { get; }

    /// <summary>What its suite is called in the root.</summary>
    public abstract string RootName { get; }

    /// <summary>The file by which it is recognised; null where it has nothing to do here.</summary>
    public abstract string? Finds(ProjectFolder folder);

    /// <summary>The command, without what <see cref="Prepare"/> adds.</summary>
    public abstract IReadOnlyList<string> Command(ProjectFolder folder);

    /// <summary>Adds what brings results and coverage into the session.</summary>
    public virtual void Prepare(SuiteLaunch launch)
    {
    }

    /// <summary>Files with results that the tool writes below its folder on its own.</summary>
    public virtual IReadOnlyList<PathPattern> Results => [];

    /// <summary>Why a suite that ended so did not run at all; null where it did.</summary>
    public virtual string? Refusal(int exitCode) => null;

    /// <summary>The tool of a kind; null for commands of the policy.</summary>
    public static TestTool? For(SuiteKind kind) => All.FirstOrDefault(t => t.Kind == kind);
}

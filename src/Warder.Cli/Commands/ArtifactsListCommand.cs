using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Engine.Hygiene;
using Warder.Sessions.Listing;
using Warder.Sessions.Running;
using Warder.Sessions.Suites;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts list</c>: sessions and what they have left.</summary>
internal static class ArtifactsListCommand
{
    private static readonly (ArtifactKind Kind, string Title)[] Parts =
    [
        (ArtifactKind.Session, "open sessions"), (ArtifactKind.Archive, "archives"), (ArtifactKind.Coverage, "coverage"), (ArtifactKind.Results, "results"),
        (ArtifactKind.Pytest, "pytest caches"), (ArtifactKind.Log, "outputs"), (ArtifactKind.Audit, "audit data"),
    ];

    public static Command Build()
    {
        var path = SessionTarget.PathOption();
        var flags = new AuditFlags("console", "json");
        var command = new Command("list", "List sessions, archives, coverage, results and audit data, with their sizes and how tokens are governed.") { path, flags.Format };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var isRecovered = target.Recover();
            var artifacts = ArtifactList.Of(target.Logs);
            var folder = VirtualEnvironment.FolderUnder(target.Policy);
            var governance = new GovernanceState(
                target.Registry?.Source.Path,
                target.Policy.Source?.Path,
                PythonEnvironment.Find(target.Files.Root, new Suite { Name = "", Kind = SuiteKind.Pytest }, folder) is not null);
            if (parse.GetValue(flags.Format) == "json")
            {
                JsonOutput.Write(stream => ArtifactsJson.WriteList(artifacts, governance, stream));
            }
            else
            {
                Write(artifacts, governance);
            }

            return isRecovered ? ExitStatus.Clean : ExitStatus.CouldNotWork;
        });
        return command;
    }

    private static void Write(IReadOnlyList<Artifact> artifacts, GovernanceState governance)
    {
        foreach (var (kind, title) in Parts)
        {
            var those = artifacts.Where(a => a.Kind == kind).ToList();
            Console.Out.WriteLine(those.Count == 0 ? $"{title}: none" : $"{title}: {those.Count}, {Words.Size(those.Sum(a => a.Bytes))}");
            foreach (var artifact in those)
            {
                var state = kind == ArtifactKind.Session ? $"  {(artifact.IsAlive ? "in use" : artifact.Record?.State ?? "unknown")}" : "";
                Console.Out.WriteLine($"  {artifact.Changed:yyyy-MM-dd HH:mm}  {Words.Size(artifact.Bytes),10}  {Clean(artifact.Path)}{state}");
            }
        }

        Console.Out.WriteLine($"total: {Words.Size(artifacts.Sum(a => a.Bytes))}");
        Console.Out.WriteLine($"registry: {governance.Registry ?? "none"}; policy: {governance.Policy ?? "none"}; virtual environment: {(governance.HasVirtualEnvironment ? "there" : "none")}");
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}

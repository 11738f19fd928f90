using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Rules;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>A repository whose history is asked for.</summary>
/// <param name="Root">Its folder.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Name">What it is called in the history.</param>
internal sealed record HistoryScene(string Root, AuditPolicy Policy, string Name)
{
    /// <summary>What the branch of a backfill of all branches and tags is called.</summary>
    public const string AllBranches = "(all)";

    /// <summary>The option that names the repository.</summary>
    public static Option<string> Path() => new("--repository") { Description = "The repository, or a folder in it. Default: the current folder.", DefaultValueFactory = _ => ".", HelpName = "path" };

    /// <summary>Opens it; null, with the reason on standard error, where that cannot be done.</summary>
    public static HistoryScene? Open(string path)
    {
        if (!RepositoryFolder.IsThere(path))
        {
            return null;
        }

        var root = System.IO.Path.GetFullPath(AuditTargets.RootOf(path));
        var problems = new List<Diagnostic>();
        var policy = PolicyLoader.Load(new DiskFiles(root), RuleCatalogue.All, problems);
        return DiagnosticLines.Write(problems) == ExitStatus.Clean ? new HistoryScene(root, policy, RepositoryIdentity.NameOf(root)) : null;
    }

    /// <summary>Opens the history to read; null, with the reason on standard error, where there is none.</summary>
    public HistoryDatabase? OpenToRead(string? database)
    {
        var history = HistoryPlace.OpenToRead(Root, Policy, database);
        if (history is null)
        {
            Console.Error.WriteLine("warder: there is no history yet; 'warder audit --record' begins one, and 'warder history backfill' reads the past from git.");
        }

        return history;
    }

    /// <summary>Finds a run; null, with the reason on standard error, where there is none.</summary>
    public RunSummary? Find(HistoryReader reader, string word, RunFilter filter)
    {
        var run = reader.Find(word, filter with { Repository = Name });
        if (run is null)
        {
            Console.Error.WriteLine($"warder: the history of {Name} has no run '{word}'.");
        }

        return run;
    }

    /// <summary>The track that a question is about: what the user names, else that of the newest run of an audit, else of a commit.</summary>
    public Track? TrackOf(HistoryReader reader, RunFilter filter)
    {
        var named = filter with { Repository = Name };
        var newest = filter.Kind is null ? Newest(reader, named with { Kind = TrackKind.Runs }) ?? Newest(reader, named) : Newest(reader, named);

        // A backfill of all branches beside that of one is asked for by its name.
        return newest is { Branch: AllBranches } && filter.Branch is null && reader.Tracks().FirstOrDefault(t => t.Repository == Name && t.Kind == newest.Kind && t.Branch != AllBranches) is { } branch
            ? Newest(reader, named with { Kind = newest.Kind, Branch = branch.Branch }) ?? newest
            : newest;
    }

    private static Track? Newest(HistoryReader reader, RunFilter filter) => reader.Runs(filter, limit: 1) is [var run] ? run.Track : null;
}

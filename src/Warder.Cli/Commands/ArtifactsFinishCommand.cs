using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Sessions.Closing;
using Warder.Sessions.Records;
using Warder.Sessions.Running;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts finish</c>: closes a session that <c>setup</c> has opened.</summary>
internal static class ArtifactsFinishCommand
{
    public static Command Build()
    {
        var name = new Argument<string?>("session") { Description = "The session. Default: the one of this shell, else the one opened last.", Arity = ArgumentArity.ZeroOrOne };
        var path = SessionTarget.PathOption();
        var command = new Command("finish", "Close a session that 'setup' has opened: archive it, keep audit data, coverage and results, remove the rest.") { name, path };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var isRecovered = target.Recover();
            if (Chosen(target, parse.GetValue(name)) is not { } folder)
            {
                return ExitStatus.CouldNotWork;
            }

            return Close(folder) && isRecovered ? ExitStatus.Clean : ExitStatus.CouldNotWork;
        });
        return command;
    }

    private static SessionFolder? Chosen(SessionTarget target, string? name)
    {
        var all = SessionFolder.All(target.Logs);
        name ??= Environment.GetEnvironmentVariable(SessionEnvironment.SessionVariable) is { Length: > 0 } here && all.Any(s => s.Id == here) ? here : Current(target);
        if (name is null)
        {
            Console.Error.WriteLine("warder: no session is open; 'warder artifacts setup' opens one.");
            return null;
        }

        if (all.FirstOrDefault(s => s.Id == name) is not { } folder)
        {
            Console.Error.WriteLine($"warder: there is no open session '{name}'; 'warder artifacts list' tells which there are.");
            return null;
        }

        return folder;
    }

    private static string? Current(SessionTarget target)
    {
        try
        {
            return File.Exists(target.Logs.Current) ? Path.GetFileName(File.ReadAllText(target.Logs.Current).Trim()) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool Close(SessionFolder folder)
    {
        using var held = SessionLock.Take(folder.LockFile);
        if (held is null || SessionRecord.Read(folder.RecordFile) is not { } record || record.Owner?.IsAlive() == true)
        {
            Console.Error.WriteLine($"warder: {folder.Id} cannot be closed: {(held is null ? "somebody works in it" : "a running 'warder artifacts run' answers for it, or its record cannot be read")}.");
            return false;
        }

        var end = Recovery.Finish(folder, record, TimeProvider.System.GetUtcNow(), state: "ended");
        foreach (var problem in end.Problems)
        {
            Console.Error.WriteLine($"warder: {problem}");
        }

        if (end.Archive is { } archive)
        {
            Console.Out.WriteLine($"{folder.Id} is closed.");
            Console.Out.WriteLine($"archive: {folder.Logs.Relative(archive)}");
        }

        return end.Problems.Count == 0;
    }
}

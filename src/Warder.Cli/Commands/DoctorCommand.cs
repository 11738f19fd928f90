using System.CommandLine;
using Warder.Cli.Diagnosis;
using Warder.Engine.Auditing;
using Warder.Reports;
using Warder.Reports.Health;

namespace Warder.Cli.Commands;

/// <summary><c>warder doctor</c>: how the things stand that Warder depends on, with the remedy for each problem.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = new Argument<string>("path") { Description = "The repository, or a folder in it. Default: the current folder.", DefaultValueFactory = _ => "." };
        var trace = new Option<string?>("--trace") { Description = "Also say every decision about this file of the repository.", HelpName = "file" };
        var command = new Command("doctor", "Say what Warder depends on, how it stands, and what mends each problem.") { path, trace, flags.Format, flags.Color, flags.Verbose };
        command.SetAction(parse =>
        {
            var (clock, given) = (TimeProvider.System, parse.GetValue(path)!);
            var begin = clock.GetTimestamp();
            if (RepositoryFolder.Audit(given, new AuditRun { ShowProgress = false, UseCache = false }) is not { } audit)
            {
                return ExitStatus.CouldNotWork;
            }

            var audited = clock.GetElapsedTime(begin);
            var root = audit.Repository.Files.Root!;
            List<HealthItem> items = [.. MachineHealth.Check(root), .. RepositoryHealth.Check(audit)];
            var lines = Trace(audit, root, parse.GetValue(trace));
            if (lines is null)
            {
                return ExitStatus.CouldNotWork;
            }

            if (flags.FormatOf(parse) == ReportFormat.Json)
            {
                HealthReport.WriteJson(items, lines, Console.Out);
            }
            else
            {
                HealthReport.Write(items, flags.OptionsOf(parse), Console.Out);
                foreach (var line in lines)
                {
                    Console.Out.WriteLine(line);
                }
            }

            if (parse.GetValue(flags.Verbose))
            {
                Console.Error.WriteLine($"audit {audited.TotalMilliseconds:F0} ms, all {clock.GetElapsedTime(begin).TotalMilliseconds:F0} ms");
            }

            return items.Exists(i => i.State == HealthState.Problem) ? ExitStatus.Findings : ExitStatus.Clean;
        });
        return command;
    }

    /// <summary>What was decided about a file; null, with the reason on standard error, where it is none of the repository.</summary>
    private static IReadOnlyList<string>? Trace(AuditResult audit, string root, string? file)
    {
        if (file is null)
        {
            return [];
        }

        var full = File.Exists(file) ? Path.GetFullPath(file) : Path.GetFullPath(Path.Join(root, file));
        var relative = Path.GetRelativePath(root, full).Replace('\\', '/');
        if (File.Exists(full) && !relative.StartsWith("../", StringComparison.Ordinal))
        {
            return FileTrace.Of(audit, relative);
        }

        Console.Error.WriteLine($"warder: {file}: There is no such file in the repository.");
        return null;
    }
}

using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Engine.Hygiene;
using Warder.Sessions;
using Warder.Sessions.Running;
using Warder.Sessions.Suites;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts run</c>: the project's tests with all that they leave.</summary>
internal static class ArtifactsRunCommand
{
    private const int MostParallel = 64;
    private static readonly string[] Installable = ["pyproject.toml", "setup.py", "setup.cfg"];

    public static Command Build()
    {
        var names = new Argument<string[]>("suites") { Description = "The suites to run, by name. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var path = SessionTarget.PathOption();
        var parallel = new Option<int?>("--parallel", "-p") { Description = "How many suites run at the same time.", HelpName = "n" };
        var strict = new Option<bool>("--strict") { Description = "Fail where the audit of tokens finds something." };
        var noAudit = new Option<bool>("--no-audit") { Description = "Run without the audit of tokens." };
        var noCoverage = new Option<bool>("--no-coverage") { Description = "Do not ask pytest for coverage." };
        var flags = new AuditFlags("console", "json");
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Do not show what the suites print." };
        parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostParallel)
            {
                result.AddError($"--parallel takes a number from 1 to {MostParallel}");
            }
        });
        var command = new Command("run", "Run the project's tests, and keep their results, coverage and output, whatever happens.")
        {
            names, path, parallel, strict, noAudit, noCoverage, flags.Format, flags.Color, quiet,
        };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target || Suites(target, parse.GetValue(names) ?? []) is not { } suites)
            {
                return ExitStatus.CouldNotWork;
            }

            // What is left of sessions before is finished first, and does not keep the tests from running.
            var isRecovered = target.Recover();
            using var signals = new StopSignals();
            using var voice = new LiveOutput([.. suites.Select(s => s.Name)], parse.GetValue(quiet), Terminal.Color(parse.GetValue(flags.Color)));
            var request = target.Request(suites, parse.GetValue(parallel) ?? target.Policy.Artifacts.Parallel, voice, withAudit: !parse.GetValue(noAudit)) with { WithCoverage = !parse.GetValue(noCoverage) };
            try
            {
                var result = SessionRunner.Run(request, signals.Token);
                voice.Dispose();
                return Tell(result, parse.GetValue(flags.Format) == "json", parse.GetValue(strict) || target.Policy.Artifacts.IsStrict, isRecovered);
            }
            catch (SessionException wrong)
            {
                Console.Error.WriteLine($"warder: {wrong.Message}");
                return ExitStatus.CouldNotWork;
            }
        });
        return command;
    }

    private static IReadOnlyList<Suite>? Suites(SessionTarget target, string[] names)
    {
        var all = SuiteFinder.Of(target.Files.Root, target.Policy);
        var chosen = names.Length == 0 ? all : [.. all.Where(s => names.Contains(s.Name, StringComparer.OrdinalIgnoreCase))];
        if (names.FirstOrDefault(n => !all.Any(s => s.Name.Equals(n, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            var there = all.Count == 0 ? "there are none" : $"there are {string.Join(", ", all.Select(s => s.Name))}";
            Console.Error.WriteLine($"warder: there is no suite '{unknown}'; {there}.");
            return null;
        }

        if (chosen.Count == 0)
        {
            Console.Error.WriteLine("warder: no test suites are found; name them under artifacts.suites in .warder.yml.");
            return null;
        }

        if (names.Length == 0 && target.Policy.Artifacts.Suites.Count == 0)
        {
            Console.Error.WriteLine($"warder: found {string.Join(", ", chosen.Select(s => $"{s.Name} ({s.FoundBy})"))}");
        }

        return HasEnvironments(target, chosen) ? chosen : null;
    }

    /// <summary>Python runs in the project's own environment where the policy asks for one; without it the commands that make one are told.</summary>
    private static bool HasEnvironments(SessionTarget target, IReadOnlyList<Suite> suites)
    {
        var folder = VirtualEnvironment.FolderUnder(target.Policy);
        if (suites.FirstOrDefault(s => s.IsPython && PythonEnvironment.Find(target.Files.Root, s, folder) is null) is not { } without)
        {
            return true;
        }

        var isRequired = VirtualEnvironment.IsRequired(target.Policy);
        var hasProject = Installable.Any(f => File.Exists(Path.Join(target.Files.Root, f)));
        Console.Error.WriteLine($"warder: {without.Name}: there is no virtual environment in {folder}{(isRequired ? ", which the policy asks for" : "; it runs with what the machine has installed")}. To make one:");
        foreach (var line in PythonEnvironment.SetUp(folder, hasProject))
        {
            Console.Error.WriteLine($"  {line}");
        }

        return !isRequired;
    }

    private static int Tell(SessionResult result, bool isJson, bool isStrict, bool isRecovered)
    {
        foreach (var problem in result.Problems.Concat(result.End?.Problems ?? []))
        {
            Console.Error.WriteLine($"warder: {problem}");
        }

        var results = Path.Join(result.Folder.KeptResults, "test-results.json");
        if (!isJson)
        {
            SessionText.Write(result, Console.Out);
        }
        else if (File.Exists(results))
        {
            Console.Out.Write(File.ReadAllText(results));
        }

        // What the audit says of tokens is told; it fails the tests of the project only where somebody asks for that.
        if (result.CouldNotWork || !isRecovered || (isStrict && result.AuditStatus == ExitStatus.CouldNotWork))
        {
            return ExitStatus.CouldNotWork;
        }

        return result.HasFailures || (isStrict && result.AuditStatus is > ExitStatus.Clean) ? ExitStatus.Findings : ExitStatus.Clean;
    }
}

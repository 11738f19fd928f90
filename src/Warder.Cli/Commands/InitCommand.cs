using System.CommandLine;
using Warder.Cli.Git;
using Warder.Cli.Setup;
using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Engine.Setup;
using Warder.Reports.Setup;

namespace Warder.Cli.Commands;

/// <summary><c>warder init</c>: sets a repository up, after showing what it would write.</summary>
internal static class InitCommand
{
    private const string SchemaName = "schema/token-registry.schema.json";

    public static Command Build()
    {
        var path = new Argument<string>("path") { Description = "The repository, or a folder in it. Default: the current folder.", DefaultValueFactory = _ => "." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Write without asking." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the plan and write nothing." };
        var ci = AuditFlags.Words("--ci", "system", $"The CI system, where it is not to be looked for: {string.Join(", ", SetupPlan.CiSystems)}.", [.. SetupPlan.CiSystems]);
        var token = AuditFlags.Words("--default-token", "policy", "What the policy says of the default token: forbid, read-only, least-privilege, allow.", "forbid", "read-only", "least-privilege", "allow");
        var names = Enum.GetNames<SetupPart>().Select(n => n.ToLowerInvariant()).ToArray();
        var skip = new Option<string[]>("--skip") { Description = $"Leave this out; may be given several times: {string.Join(", ", names)}.", HelpName = "part" };
        skip.AcceptOnlyFromAmong(names);
        var color = AuditFlags.Words("--color", "when", "Colour: auto (default), always, never.", "auto", "always", "never");
        var command = new Command("init", "Set a repository up: registry, policy, ignore entries, folders, pipeline and hooks. Nothing is overwritten.")
        {
            path, yes, dryRun, ci, token, skip, color,
        };
        command.SetAction(parse =>
        {
            if (Scene(parse.GetValue(path)!) is not { } scene)
            {
                return ExitStatus.CouldNotWork;
            }

            using var git = scene.Git as IDisposable;
            scene = scene with { CiSystem = parse.GetValue(ci), DefaultToken = DefaultTokenOf(parse.GetValue(token)) };
            var skipped = parse.GetValue(skip) ?? [];
            var plan = SetupPlan.Of(scene).Where(i => !skipped.Contains(i.Part.ToString().ToLowerInvariant(), StringComparer.Ordinal)).ToList();
            var root = scene.Audit.Repository.Files.Root!;
            SetupReport.Write(plan, new() { Version = Product.Version, Width = Terminal.Width, Color = Terminal.Color(parse.GetValue(color)), Ascii = Terminal.Ascii }, Console.Out);
            Console.Out.Flush();
            return Do(root, plan, parse.GetValue(yes), parse.GetValue(dryRun));
        });
        return command;
    }

    private static SetupScene? Scene(string path)
    {
        if (RepositoryFolder.Audit(path, new AuditRun { Rules = new HashSet<string>(), ShowProgress = true }) is not { } audit || DiagnosticLines.Write([audit]) != ExitStatus.Clean)
        {
            return null;
        }

        var full = audit.Repository.Files.Root!;
        return new SetupScene
        {
            Audit = audit,
            Git = GitAnswer.FirstLine(full, "rev-parse", "--git-dir") is null ? null : new Hygiene.GitRepository(full),
            HasFolder = folder => Directory.Exists(Path.Join(full, folder)),
            Version = Product.Version,
            RegistrySchema = Embedded.Find(SchemaName)!,
            Branch = BranchOf(full),
        };
    }

    /// <summary>The branch that others start from: the remote's, else the one that is checked out.</summary>
    private static string BranchOf(string root) =>
        GitAnswer.FirstLine(root, "symbolic-ref", "--short", "refs/remotes/origin/HEAD") is { } remote && remote.StartsWith("origin/", StringComparison.Ordinal)
            ? remote["origin/".Length..]
            : GitAnswer.FirstLine(root, "symbolic-ref", "--short", "HEAD") ?? "main";

    private static DefaultTokenPolicy? DefaultTokenOf(string? word) => word switch
    {
        "forbid" => DefaultTokenPolicy.Forbid,
        "read-only" => DefaultTokenPolicy.ReadOnly,
        "least-privilege" => DefaultTokenPolicy.LeastPrivilege,
        "allow" => DefaultTokenPolicy.Allow,
        _ => null,
    };

    private static int Do(string root, List<SetupItem> plan, bool isSure, bool isDryRun)
    {
        if (!plan.Exists(i => i.Writes))
        {
            Console.Out.WriteLine("Nothing to write: everything is there.");
            return ExitStatus.Clean;
        }

        if (isDryRun)
        {
            return ExitStatus.Clean;
        }

        if (!isSure && !Asks())
        {
            Console.Error.WriteLine("warder: nothing was written; --yes writes without asking.");
            return ExitStatus.CouldNotWork;
        }

        SetupOnDisk.Apply(root, plan);
        Console.Out.WriteLine("Written. Next: fill in what the registry marks, then 'warder validate'.");
        return ExitStatus.Clean;
    }

    private static bool Asks()
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return false;
        }

        Console.Error.Write("Write this? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}

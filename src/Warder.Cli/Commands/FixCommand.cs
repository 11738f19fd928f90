using System.CommandLine;
using Warder.Engine;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Fixes;
using Warder.Engine.Rules;
using Warder.Reports;
using Warder.Reports.Fixes;

namespace Warder.Cli.Commands;

/// <summary><c>warder fix</c>: mends what can be mended, and leaves every other byte alone.</summary>
internal static class FixCommand
{
    private static readonly Option<string[]> Rules = new("--rule") { Description = "Only these fixes; may be given several times.", HelpName = "slug" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the difference and write nothing." };
    private static readonly Option<bool> Check = new("--check") { Description = "Write nothing; exit status 1 if anything would change." };
    private static readonly Option<bool> Unsafe = new("--unsafe") { Description = "Make fixes too that somebody should look at." };
    private static readonly Option<bool> AllowDirty = new("--allow-dirty") { Description = "Change files too that have uncommitted changes, or that git has never committed." };

    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var command = new Command("fix", "Mend what can be mended: the least permissions, left-behind credentials, old tokens. Every other byte stays.")
        {
            flags.Paths, Rules, DryRun, Check, Unsafe, AllowDirty, flags.Format, flags.Color,
        };
        command.SetAction(parse => Run(parse, flags));
        return command;
    }

    private static int Run(ParseResult parse, AuditFlags flags)
    {
        if (Choose(parse.GetValue(Rules) ?? []) is not { } fixers)
        {
            return ExitStatus.CouldNotWork;
        }

        var diagnostics = new List<Diagnostic>();
        var targets = AuditTargets.Find(parse.GetValue(flags.Paths) is { Length: > 0 } paths ? paths : ["."], diagnostics).ToList();
        if (diagnostics.Count > 0)
        {
            return Refuse(diagnostics);
        }

        var fixes = new RepositoryFixes(new Auditor(RuleCatalogue.All, FactBase.Embedded, TimeProvider.System), fixers, parse.GetValue(Unsafe));
        var writes = !parse.GetValue(DryRun) && !parse.GetValue(Check);
        var found = targets.ConvertAll(t => (Repository: t.Files, Files: fixes.Run(t.Files, t.Options, diagnostics)));
        if (diagnostics.Exists(d => d.Code == "invalid-policy"))
        {
            // Half a policy would decide over the files.
            return Refuse([.. diagnostics.Where(d => d.Code == "invalid-policy")]);
        }

        var dirty = new List<IReadOnlySet<string>>();
        foreach (var (repository, files) in found)
        {
            // Git is asked of all before the first is written.
            if (writes && Uncommitted(repository, files, parse.GetValue(AllowDirty), dirty) is { } because)
            {
                return Refuse([new Diagnostic("not-fixed", $"Git cannot tell which files have uncommitted changes ({because.TrimEnd('.')}); nothing is written without --allow-dirty.", repository.Root)]);
            }
        }

        var all = found.SelectMany((f, i) => writes ? Write(f.Repository, f.Files, dirty[i], diagnostics) : f.Files).ToList();
        Tell(parse, flags, all, writes);
        if (diagnostics.Count > 0)
        {
            return Refuse(diagnostics);
        }

        return parse.GetValue(Check) && all.Exists(f => f.IsChanged) ? ExitStatus.Findings : ExitStatus.Clean;
    }

    private static void Tell(ParseResult parse, AuditFlags flags, List<FixedFile> files, bool isDone)
    {
        var options = flags.OptionsOf(parse);
        if (flags.FormatOf(parse) == ReportFormat.Json)
        {
            FixReport.WriteJson(files, isDone, Console.Out);
        }
        else if (parse.GetValue(DryRun))
        {
            FixReport.WriteDiff(files, options, isShown: !Console.IsOutputRedirected, Console.Out);
            FixReport.Write(files, isDone, options with { Color = false }, Console.Error);
        }
        else
        {
            FixReport.Write(files, isDone, options, Console.Out);
        }
    }

    /// <summary>Adds the files that git does not hold as they are; why it cannot tell, or null.</summary>
    private static string? Uncommitted(RepositoryFiles repository, IReadOnlyList<FixedFile> files, bool allowDirty, List<IReadOnlySet<string>> dirty)
    {
        string? because = null;
        dirty.Add(allowDirty || repository.Root is not { } root
            ? new HashSet<string>(StringComparer.Ordinal)
            : WorkTree.Uncommitted(root, [.. files.Where(f => f.IsChanged).Select(f => f.Path)], out because));
        return because;
    }

    /// <summary>Writes what may be written; the files that were, and those in which nothing was to do.</summary>
    private static List<FixedFile> Write(RepositoryFiles repository, IReadOnlyList<FixedFile> files, IReadOnlySet<string> dirty, List<Diagnostic> diagnostics)
    {
        var done = new List<FixedFile>();
        if (repository.Root is not { } root)
        {
            diagnostics.AddRange(files.Where(f => f.IsChanged).Select(f => new Diagnostic("not-fixed", "A text that is no file cannot be written; use --dry-run.", f.Path)));
            return done;
        }

        foreach (var file in files)
        {
            var problem = !file.IsChanged ? null
                : dirty.Contains(file.Path) ? "it has uncommitted changes, or was never committed; commit it, or use --allow-dirty"
                : FixOnDisk.Write(root, file);
            if (problem is null)
            {
                done.Add(file);
            }
            else
            {
                diagnostics.Add(new Diagnostic("not-fixed", $"Not fixed: {problem}.", file.Path));
            }
        }

        return done;
    }

    private static IReadOnlyList<Fixer>? Choose(string[] slugs)
    {
        foreach (var slug in slugs)
        {
            if (!FixCatalogue.Rules.Contains(slug, StringComparer.Ordinal))
            {
                var near = Spelling.Nearest(slug, FixCatalogue.Rules) is { } name ? $"; did you mean '{name}'?" : $"; there are {string.Join(", ", FixCatalogue.Rules)}.";
                Console.Error.WriteLine($"warder: there is no fix for '{slug}'{near}");
                return null;
            }
        }

        return slugs.Length == 0 ? FixCatalogue.All : [.. FixCatalogue.All.Where(f => slugs.Contains(f.Rule, StringComparer.Ordinal))];
    }

    private static int Refuse(List<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.WriteLine($"warder: {diagnostic.Path}: {diagnostic.Message}");
        }

        return ExitStatus.CouldNotWork;
    }
}

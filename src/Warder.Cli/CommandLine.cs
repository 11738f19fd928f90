using System.CommandLine;
using Warder.Cli.Commands;
using Warder.Engine;

namespace Warder.Cli;

/// <summary>The command line: one file per command under <c>Commands/</c>.</summary>
internal static class CommandLine
{
    /// <summary>The commands by name, in the order of the help.</summary>
    private static readonly (string Name, Func<RootCommand, Command> Build)[] Commands =
    [
        ("init", _ => InitCommand.Build()),
        ("audit", _ => AuditCommand.Build()),
        ("validate", _ => ValidateCommand.Build()),
        ("permissions", _ => PermissionsCommand.Build()),
        ("fix", _ => FixCommand.Build()),
        ("scan", _ => ScanCommand.Build()),
        ("redact", _ => RedactCommand.Build()),
        ("tokens", _ => Group("tokens", "The tokens that the automation uses.", TokensListCommand.Build(), TokensShowCommand.Build())),
        ("registry", _ => Group(
            "registry",
            "The registry that declares each token.",
            RegistryCheckCommand.Build(),
            RegistryListCommand.Build(),
            RegistryDiscoverCommand.Build(),
            RegistrySchemaCommand.Build())),
        ("baseline", _ => Group("baseline", "Known findings that are hidden until they are mended.", BaselineCreateCommand.Build(), BaselinePruneCommand.Build())),
        ("potato", _ => Group("potato", "Sensitive files: kept out of git and of images.", PotatoCheckCommand.Build(), PotatoFixCommand.Build())),
        ("guard", _ => Group("guard", "Artifacts in the root of the repository.", GuardCheckCommand.Build(), GuardCleanCommand.Build())),
        ("docs", _ => DocsCommand.Build()),
        ("rotation", _ => Group(
            "rotation",
            "When tokens must be replaced, and proof that they were.",
            RotationStatusCommand.Build(),
            RotationPlanCommand.Build(),
            RotationRecordCommand.Build(),
            RotationCalendarCommand.Build(),
            Group("campaign", "After a breach: every token within reach, until each was replaced.", CampaignStartCommand.Build(), CampaignStatusCommand.Build()))),
        ("artifacts", _ => Group(
            "artifacts",
            "The project's tests and all that they leave.",
            ArtifactsRunCommand.Build(),
            ArtifactsSetupCommand.Build(),
            ArtifactsFinishCommand.Build(),
            ArtifactsListCommand.Build(),
            ArtifactsCleanCommand.Build(),
            ArtifactsValidateTokensCommand.Build())),
        ("history", _ => Group(
            "history",
            "What audits found before, and what the past of the repository holds.",
            HistoryListCommand.Build(),
            HistoryShowCommand.Build(),
            HistoryDiffCommand.Build(),
            HistoryTrendCommand.Build(),
            HistoryImportCommand.Build(),
            HistoryBackfillCommand.Build())),
        ("report", _ => ReportCommand.Build()),
        ("logs", _ => Group("logs", "The log of recorded events, in which nothing changes unseen.", LogsVerifyCommand.Build(), LogsArchiveCommand.Build(), LogsPruneCommand.Build())),
        ("aar", _ => Group(
            "aar",
            "After Action Reports: what happened, from facts, with room for what people learnt.",
            AarGovernanceCommand.Build(),
            AarHealthCommand.Build(),
            AarIncidentCommand.Build(),
            AarIssueCommand.Build(),
            AarPullRequestCommand.Build(),
            AarSprintCommand.Build(),
            AarAutomationCommand.Build())),
        ("rules", _ => RulesCommand.Build()),
        ("explain", _ => ExplainCommand.Build()),
        ("doctor", _ => DoctorCommand.Build()),
        ("completion", CompletionCommand.Build),
    ];

    /// <summary>Runs a command line and returns the exit status.</summary>
    public static int Run(string[] args)
    {
        if (args is ["--version"])
        {
            // Before anything is built: editors and scripts ask this often, and it must cost nothing.
            Console.Out.WriteLine(Product.Version);
            return ExitStatus.Clean;
        }

        Console.SetError(new RedactingWriter(Console.Error));

        // A path may begin with @: it names no file of further arguments here.
        var result = Build(args.FirstOrDefault()).Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            return Refuse(result);
        }

        try
        {
            using var output = StandardOutput.Open();
            Console.SetOut(output);
            var status = result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output });
            output.Flush();
            return status;
        }
        catch (OutputError wrong)
        {
            Console.Error.WriteLine($"warder: {wrong.Message}");
            return ExitStatus.CouldNotWork;
        }
        catch (Warder.History.HistoryException wrong)
        {
            Console.Error.WriteLine($"warder: {wrong.Message}");
            return ExitStatus.CouldNotWork;
        }
        catch (IOException wrong)
        {
            Console.Error.WriteLine($"warder: the result cannot be written: {wrong.Message}");
            return ExitStatus.CouldNotWork;
        }
    }

    private static int Refuse(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var path = PathOf(result.CommandResult);
        if (command is { Action: null, Subcommands.Count: > 0 } && result.UnmatchedTokens.Count == 0)
        {
            Console.Error.WriteLine($"warder: '{path}' needs one of: {string.Join(", ", command.Subcommands.Select(s => s.Name))}.");
        }
        else if (result.UnmatchedTokens is [var unknown, ..])
        {
            Console.Error.WriteLine($"warder: {Unknown(command, unknown)}");
        }
        else
        {
            // One line: what follows from the first mistake only confuses.
            Console.Error.WriteLine($"warder: {result.Errors[0].Message.ReplaceLineEndings(" ")}");
        }

        Console.Error.WriteLine($"See '{path} --help'.");
        return ExitStatus.CouldNotWork;
    }

    /// <summary>An option that does not exist would be taken for a path; a path that begins with a dash must be there.</summary>
    private static void RefuseMistypedOptions(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result =>
            {
                foreach (var token in result.Tokens)
                {
                    if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
                    {
                        result.AddError(Unknown(command, token.Value));
                        return;
                    }
                }
            });
        }

        foreach (var inner in command.Subcommands)
        {
            RefuseMistypedOptions(inner);
        }
    }

    private static string Unknown(Command command, string token)
    {
        var isOption = token.StartsWith('-');
        var names = isOption ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        var near = Spelling.Nearest(token, names) is { } name ? $"; did you mean '{name}'?" : ".";
        return command.Subcommands.Count > 0 && !isOption ? $"there is no command '{token}'{near}" : $"'{token}' is not understood here{near}";
    }

    /// <summary>The command that the first word names, alone, since making all fifty takes a millisecond; all where it names none.</summary>
    private static RootCommand Build(string? first)
    {
        var root = new RootCommand("Governs the tokens that a repository's automation runs on.");
        var isNamed = Array.Exists(Commands, c => c.Name == first);
        foreach (var (name, build) in Commands)
        {
            if (!isNamed || name == first)
            {
                root.Subcommands.Add(build(root));
            }
        }

        Examples.Attach(root);
        RefuseMistypedOptions(root);
        return root;
    }

    private static Command Group(string name, string description, params ReadOnlySpan<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
        {
            group.Subcommands.Add(command);
        }

        return group;
    }

    /// <summary>The words that lead to a command: <c>warder tokens list</c>.</summary>
    internal static string PathOf(System.CommandLine.Parsing.CommandResult result)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
            {
                names.Insert(0, command.Command is RootCommand ? "warder" : command.Command.Name);
            }
        }

        return string.Join(' ', names);
    }
}

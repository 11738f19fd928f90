using System.CommandLine;
using Warder.Cli.History;
using Warder.Cli.Rotation;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>Options that the commands of reports share.</summary>
internal sealed class AarOptions(AarKind kind)
{
    private const int LongestTitle = 200;

    public Option<string?> Mode { get; } = AuditFlags.Words("--mode", "mode", "How much to tell: minimal (figures), auto (default: the first of each list), full.", "minimal", "auto", "full");

    public Option<string?> At { get; } = new("--at") { Description = "The day of the report. Default: today.", HelpName = "day" };

    public Option<string?> Since { get; } = new("--since") { Description = "The first day to look at.", HelpName = "day" };

    public Option<string?> Until { get; } = new("--until") { Description = "The last day to look at. Default: the day of the report.", HelpName = "day" };

    public Option<string?> Runs { get; } = new("--runs") { Description = "Results of runs: a file that 'gh run list --json ...' wrote.", HelpName = "file" };

    public Option<string> Path { get; } = RotationTarget.Option();

    public Option<string?> Database { get; } = HistoryFlags.Database();

    public Argument<string> Title { get; } = new("title") { Description = "What the report is called." };

    public Argument<int> Number { get; } = new("number") { Description = "Its number." };

    public Option<bool> NoForge { get; } = new("--no-forge") { Description = "Do not ask the forge; tell what git knows." };

    /// <summary>Makes the command of the kind, with what is asked about it.</summary>
    public Command Command(string description, params ReadOnlySpan<Symbol> more)
    {
        var command = new Command(AarWords.NameOf(kind), description);
        foreach (var symbol in (Symbol[])[.. more, Mode, At, Path, Database])
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        return command;
    }

    /// <summary>What is asked for; throws where it cannot be done.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="since">The first day to look at; null for what is the kind's own.</param>
    public AarRequest RequestOf(ParseResult parse, string? since = null)
    {
        var isNumbered = kind is AarKind.Issue or AarKind.PullRequest;
        var number = isNumbered ? parse.GetValue(Number) : (int?)null;
        if (number <= 0)
        {
            throw new OutputError($"there is no {AarWords.NameOf(kind)} {number}; numbers begin with 1.");
        }

        return new AarRequest
        {
            Kind = kind,
            Path = parse.GetValue(Path)!,
            Mode = Enum.Parse<AarMode>(parse.GetValue(Mode) ?? "auto", ignoreCase: true),
            Days = AarDays.Of(kind, parse.GetValue(At), since ?? (Has(parse, Since) ? parse.GetValue(Since) : null), Has(parse, Until) ? parse.GetValue(Until) : null),
            Title = kind is AarKind.Incident or AarKind.Sprint or AarKind.Automation ? TitleOf(parse.GetValue(Title)!) : null,
            Number = number,
            Runs = Has(parse, Runs) ? parse.GetValue(Runs) : null,
            Database = parse.GetValue(Database),
            AsksForge = isNumbered && !parse.GetValue(NoForge),
        };
    }

    private static bool Has(ParseResult parse, Option option) => parse.CommandResult.Command.Options.Contains(option);

    private static string TitleOf(string title)
    {
        var trimmed = title.Trim();
        if (AarWords.SlugOf(trimmed).Length == 0)
        {
            throw new OutputError("the title needs a letter or a digit: the name of the file is made from it.");
        }

        return trimmed.Length <= LongestTitle && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new OutputError($"the title must be one line of at most {LongestTitle} characters.");
    }
}

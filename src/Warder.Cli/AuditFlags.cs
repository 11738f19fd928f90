using System.CommandLine;
using Warder.Engine.Findings;
using Warder.Reports;

namespace Warder.Cli;

/// <summary>Options that several commands share.</summary>
internal sealed class AuditFlags
{
    public Argument<string[]> Paths { get; } = new("paths")
    {
        Description = "Repositories, folders of repositories, or files; '-' reads a workflow from standard input. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string> Format { get; }

    public Option<string?> Color { get; } = Words("--color", "when", "Colour: auto (default), always, never.", "auto", "always", "never");

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Say everything: all unknowns, hidden findings, fingerprints." };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say only what could not be looked at and the verdict." };

    public AuditFlags(params string[] formats)
    {
        Format = new Option<string>("--format", "-f")
        {
            Description = $"How to tell it: {string.Join(", ", formats)}.",
            DefaultValueFactory = _ => formats[0],
            HelpName = "format",
        };
        Format.AcceptOnlyFromAmong(formats);
    }

    public static Option<string?> Words(string name, string placeholder, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = placeholder };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    public ReportFormat FormatOf(ParseResult parse) => parse.GetValue(Format) switch
    {
        "json" => ReportFormat.Json,
        "sarif" => ReportFormat.Sarif,
        "github" => ReportFormat.GitHub,
        "markdown" => ReportFormat.Markdown,
        "junit" => ReportFormat.JUnit,
        _ => ReportFormat.Console,
    };

    public ReportOptions OptionsOf(ParseResult parse, Severity failOn = Severity.Error) => new()
    {
        Version = Product.Version,
        Width = Terminal.Width,
        Color = Terminal.Color(parse.GetValue(Color)),
        Ascii = Terminal.Ascii,
        Verbose = parse.GetValue(Verbose),
        Quiet = parse.GetValue(Quiet),
        FailOn = failOn,
        RulePage = RulePages.Find,
    };
}

using System.CommandLine;
using Warder.Engine.Policy;

namespace Warder.Cli;

/// <summary>Options that the commands of the generated documents share.</summary>
internal sealed class DocumentFlags
{
    public DocumentFlags() => Format.AcceptOnlyFromAmong("markdown", "html");

    public Argument<string> Repository { get; } = new("path") { Description = "The repository. Default: the current folder.", DefaultValueFactory = _ => "." };

    public Option<string[]> Format { get; } = new("--format", "-f")
    {
        Description = "markdown, html; may be given twice. Default: what the policy says, else markdown.",
        HelpName = "format",
    };

    public Option<bool> Check { get; } = new("--check") { Description = "Write nothing; print the difference, with exit status 1 where there is one." };

    public Option<bool> Adopt { get; } = new("--adopt") { Description = "Take over a file that Warder did not make: its text stays, in a part that is kept." };

    public IReadOnlyList<DocumentFormat>? FormatsOf(ParseResult parse) =>
        parse.GetValue(Format) is { Length: > 0 } given
            ? [.. given.Select(f => f == "html" ? DocumentFormat.Html : DocumentFormat.Markdown).Distinct().Order()]
            : null;
}

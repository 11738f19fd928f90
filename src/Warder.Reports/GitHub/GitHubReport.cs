using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Reports.Text;
using Warder.Syntax;

namespace Warder.Reports.GitHub;

/// <summary>Annotations in the log of GitHub Actions, then the verdict as a plain line.</summary>
public sealed class GitHubReport : IAuditReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        foreach (var result in results)
        {
            var name = results.Count > 1 ? result.Repository.Files.Name : null;
            foreach (var diagnostic in result.Diagnostics)
            {
                var at = diagnostic.Position ?? new LinePosition(1, 1);
                var path = diagnostic.Path is null ? null : PathOf(name, diagnostic.Path);
                var message = name is not null && path is null ? $"{name}: {diagnostic.Message}" : diagnostic.Message;
                WriteCommand(output, "error", path, at, at, diagnostic.Code, message);
            }

            foreach (var finding in result.Findings)
            {
                var message = finding.Hint is null ? finding.Message : finding.Message + "\n" + finding.Hint;
                var (location, rule) = (finding.Location, finding.Rule.Slug);
                WriteCommand(output, CommandOf(finding.Severity), PathOf(name, location.Path), location.Start, location.End, rule, message);
            }
        }

        output.Write("Warder: ");
        output.Write(PlainText.OneLine(Verdict.Of(AuditTally.Of(results), options.FailOn).Sentence));
        output.Write('\n');
    }

    private static string CommandOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string PathOf(string? repository, string path) => repository is null ? path : $"{repository}/{path}";

    private static void WriteCommand(
        TextWriter output, string command, string? path, LinePosition start, LinePosition end, string title, string message)
    {
        output.Write("::");
        output.Write(command);
        output.Write(' ');
        if (path is not null)
        {
            output.Write("file=");
            Escape(output, path, isProperty: true);
            WriteNumber(output, ",line=", start.Line);
            WriteNumber(output, ",endLine=", end.Line);

            // The platform takes columns only within one line.
            if (start.Line == end.Line)
            {
                WriteNumber(output, ",col=", start.Column);
                WriteNumber(output, ",endColumn=", end.Column);
            }

            output.Write(',');
        }

        output.Write("title=");
        Escape(output, title, isProperty: true);
        output.Write("::");
        Escape(output, message, isProperty: false);
        output.Write('\n');
    }

    private static void WriteNumber(TextWriter output, string label, int number)
    {
        output.Write(label);
        output.Write(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The one door for text of the repository.</summary>
    private static void Escape(TextWriter output, string text, bool isProperty)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                output.Write(c);
                output.Write(text[++i]);
                continue;
            }

            output.Write(c switch
            {
                '%' => "%25",
                '\r' => "%0D",
                '\n' => "%0A",
                ':' when isProperty => "%3A",
                ',' when isProperty => "%2C",
                '\t' => "\t",
                _ => PlainText.Substitute(c) ?? c.ToString(),
            });
        }
    }
}

using System.Globalization;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Findings;

namespace Warder.Cli;

/// <summary>Appends what an audit found to <c>logs/token-audit/audit.log</c> of the repository, one line for each finding.</summary>
internal static class AuditLog
{
    private const string RelativePath = "logs/token-audit/audit.log";

    public static void Append(AuditResult result, DateTimeOffset now)
    {
        var root = result.Repository.Files.Root ?? Environment.CurrentDirectory;
        OutputFile.AppendInside(root, RelativePath, Redactor.Known.Redact(TextOf(result, now)));
    }

    /// <summary>The lines of one audit: its numbers, then a line for each finding and for each thing that could not be looked at.</summary>
    public static string TextOf(AuditResult result, DateTimeOffset now)
    {
        var stamp = now.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var log = new StringBuilder();
        var counts = result.Findings.CountBy(f => f.Severity).ToDictionary();
        log.Append(CultureInfo.InvariantCulture, $"{stamp} audit repository={OneLine(result.Repository.Files.Name)} version={Product.Version}");
        foreach (var severity in Enum.GetValues<Severity>().Reverse())
        {
            log.Append(CultureInfo.InvariantCulture, $" {severity.ToString().ToLowerInvariant()}={counts.GetValueOrDefault(severity)}");
        }

        log.Append(CultureInfo.InvariantCulture, $" suppressed={result.Suppressed.Count} diagnostics={result.Diagnostics.Count}\n");
        foreach (var finding in result.Findings)
        {
            var place = finding.Location.Start;
            log.Append(CultureInfo.InvariantCulture, $"{stamp} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Slug} ");
            log.Append(CultureInfo.InvariantCulture, $"{OneLine(finding.Location.Path)}:{place.Line}:{place.Column} {OneLine(finding.Message)} [{finding.Fingerprint}]\n");
        }

        foreach (var diagnostic in result.Diagnostics)
        {
            log.Append(CultureInfo.InvariantCulture, $"{stamp} diagnostic {diagnostic.Code} {OneLine(diagnostic.Path ?? ".")} {OneLine(diagnostic.Message)}\n");
        }

        return log.ToString();
    }

    private static string OneLine(string text)
    {
        // Names and messages come from the repository: no control character of theirs may write a line of its own.
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(clean[i]) || clean[i] is '\u2028' or '\u2029' ? ' ' : clean[i];
        }

        return new string(clean);
    }
}

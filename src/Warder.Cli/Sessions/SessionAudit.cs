using Warder.Cli.Commands;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Reports;
using Warder.Sessions.Tokens;

namespace Warder.Cli.Sessions;

/// <summary>The audit that a session begins with.</summary>
internal static class SessionAudit
{
    private const string FileName = "comprehensive-audit.json";

    /// <summary>Audits a repository, keeps the report in the folder it is given, and gives the exit status.</summary>
    public static Func<string, int> For(SessionTarget target) => folder =>
    {
        OutputFile.Write(Path.Join(folder, TokenEnvironmentJson.FileName), writer => writer.Write(target.TokenSummary(Path.GetFileName(Path.GetDirectoryName(folder)), out _)));
        if (new AuditRun().Run([target.Files.Root]) is not { } results)
        {
            return ExitStatus.CouldNotWork;
        }

        var options = new ReportOptions
        {
            Version = Product.Version,
            Width = Terminal.Width,
            Color = false,
            Ascii = false,
            Verbose = false,
            Quiet = false,
            FailOn = Severity.Error,
            RulePage = RulePages.Find,
            Rules = [.. RuleCatalogue.All.Select(r => r.Descriptor)],
        };
        OutputFile.WriteReport(Path.Join(folder, FileName), writer => AuditReports.For(ReportFormat.Json).Write(results, options, writer));
        return AuditCommand.StatusOf(results, Severity.Error);
    };
}

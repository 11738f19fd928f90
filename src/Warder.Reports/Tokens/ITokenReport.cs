using Warder.Engine.Auditing;

namespace Warder.Reports.Tokens;

/// <summary>Tells which tokens the repositories use.</summary>
public interface ITokenReport
{
    /// <summary>Writes all tokens.</summary>
    void WriteList(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output);

    /// <summary>Writes everything known of one token, named in any case; false where no repository knows it and nothing was written.</summary>
    bool WriteOne(IReadOnlyList<AuditResult> results, string token, ReportOptions options, TextWriter output);
}

using Warder.Engine.Auditing;

namespace Warder.Reports;

/// <summary>Tells audits in one format.</summary>
public interface IAuditReport
{
    /// <summary>Writes what came of auditing one or several repositories; the same results give the same text.</summary>
    void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output);
}

using Warder.Engine.Auditing;
using Warder.Engine.Permissions;

namespace Warder.Reports.Permissions;

/// <summary>Tells what the tokens of jobs need and what they are granted.</summary>
public interface IPermissionReport
{
    /// <summary>Writes the jobs.</summary>
    /// <param name="results">The audits, for what could not be looked at.</param>
    /// <param name="jobs">The jobs to tell of, in order.</param>
    /// <param name="why">Whether to show what makes each permission necessary.</param>
    /// <param name="options">How to tell it.</param>
    /// <param name="output">Where to.</param>
    void Write(IReadOnlyList<AuditResult> results, IReadOnlyList<JobPermissions> jobs, bool why, ReportOptions options, TextWriter output);
}

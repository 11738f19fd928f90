using Warder.Engine.Policy;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>When an open finding must be answered by the policy's response times.</summary>
/// <param name="Due">Until when; counted from the time it was opened.</param>
/// <param name="OverdueBy">How long that is past; null where it is not, or the finding is answered.</param>
public sealed record ResponseDue(DateTimeOffset Due, TimeSpan? OverdueBy)
{
    /// <summary>Of a finding, as of now.</summary>
    public static ResponseDue Of(StoredFinding finding, ResponseTimes times, DateTimeOffset now)
    {
        var due = finding.Opened + times.For(finding.Severity);
        return new ResponseDue(due, finding.State == FindingState.Open && now > due ? now - due : null);
    }
}

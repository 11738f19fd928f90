using System.Data.Common;
using Warder.Engine.Findings;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>Reads rows of findings.</summary>
internal static class FindingRows
{
    /// <summary>The columns of the finding; severity and state follow, of the finding or of a span.</summary>
    public const string Columns = "f.id, f.fingerprint, f.rule, f.path, f.place, f.message, f.token, f.job, f.step, f.first_at, f.opened_at, f.state_at, f.fixes";

    /// <summary>The same columns with what they were in a span of the finding.</summary>
    public static readonly string ColumnsOfSpan = Columns.Replace("f.fingerprint", "s.fingerprint", StringComparison.Ordinal).Replace("f.path", "s.path", StringComparison.Ordinal);

    /// <summary>How many they are.</summary>
    public const int Count = 13;

    public static StoredFinding Read(DbDataReader reader)
    {
        var row = new Columns(reader);
        return new StoredFinding
        {
            Id = row.Long(),
            Fingerprint = row.Text(),
            Rule = row.Text(),
            Path = row.Text(),
            Line = row.Int(),
            Message = row.Text(),
            Token = row.TextOrNull(),
            Job = row.TextOrNull(),
            Step = row.TextOrNull(),
            FirstSeen = row.Time(),
            Opened = row.Time(),
            Since = row.Time(),
            Fixes = row.Int(),
            Severity = (Severity)row.Int(),
            State = Words.StateOf(row.Text()),
        };
    }

    /// <summary>Worst first, then by file, line and identity.</summary>
    public static List<StoredFinding> Sorted(IEnumerable<StoredFinding> findings) =>
    [
        .. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line)
            .ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Fingerprint, StringComparer.Ordinal),
    ];
}

using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>The order of findings in every output: path, place, rule.</summary>
internal static class FindingOrder
{
    /// <summary>Sorts, and gives findings with equal context in one file their ordinals.</summary>
    public static List<Finding> Sort(List<Finding> findings)
    {
        findings.Sort(Compare);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            var ordinal = seen.GetValueOrDefault(finding.Fingerprint);
            seen[finding.Fingerprint] = ordinal + 1;
            if (ordinal > 0)
            {
                findings[i] = finding with { Fingerprint = Fingerprint.Of(finding.ContextHash, finding.Location.Path, ordinal) };
            }
        }

        return findings;
    }

    private static int Compare(Finding left, Finding right)
    {
        var order = string.CompareOrdinal(left.Location.Path, right.Location.Path);
        order = order != 0 ? order : left.Location.Start.CompareTo(right.Location.Start);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule.Slug, right.Rule.Slug);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}

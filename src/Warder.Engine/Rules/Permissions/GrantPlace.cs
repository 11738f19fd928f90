using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Says which jobs a grant reaches, and how much of what they need is known.</summary>
internal static class GrantPlace
{
    private const int MaxNamed = 3;

    /// <summary>The jobs that work with the grant at the top: those without one of their own.</summary>
    public static List<JobPermissions> UnderTop(IReadOnlyList<JobPermissions> jobs) => [.. jobs.Where(j => !j.IsOwnGrant)];

    /// <summary>Jobs in a sentence: <c>job build</c>, <c>jobs a, b and 2 more</c>.</summary>
    public static string Names(IReadOnlyList<JobPermissions> jobs)
    {
        var names = jobs.Select(j => j.Needs.Job).ToList();
        var more = names.Count > MaxNamed ? $" and {names.Count - MaxNamed} more" : "";
        return $"{(names.Count == 1 ? "job" : "jobs")} {string.Join(", ", names.Take(MaxNamed))}{more}";
    }

    /// <summary>What a job needs, as a workflow writes it: <c>{ contents: read }</c>.</summary>
    public static string Minimum(JobPermissions job)
    {
        var grants = job.Recommended.Select(r => $"{r.Permission}: {(r.AtMost == GrantLevel.Write ? "write" : "read")}").ToList();
        return grants.Count == 0 ? "{}" : $"{{ {string.Join(", ", grants)} }}";
    }

    /// <summary>
    /// What each of some jobs needs, jobs with the same need together: <c>`permissions: { issues: write }` in job a, `…` in jobs b, c</c>.
    /// </summary>
    /// <param name="jobs">Jobs whose need is known.</param>
    /// <param name="withIdle">Whether jobs that need nothing are named too.</param>
    /// <param name="before">What stands before them in the same list; null for nothing.</param>
    /// <returns>Empty where there is nothing to tell of any job.</returns>
    public static string PerJob(IEnumerable<JobPermissions> jobs, bool withIdle, string? before = null)
    {
        var groups = jobs.GroupBy(j => (Minimum: Minimum(j), Doubt: Doubt(j))).Where(g => withIdle || g.Key.Minimum != "{}").Select(g => (g.Key.Minimum, g.Key.Doubt, Jobs: g.ToList())).ToList();
        var told = groups.Take(MaxNamed).Select(g => $"`permissions: {g.Minimum}` in {Names(g.Jobs)}{g.Doubt}").ToList();
        var left = groups.Skip(MaxNamed).Sum(g => g.Jobs.Count);
        if (left > 0)
        {
            told.Add($"what `warder permissions` names in {left} more {(left == 1 ? "job" : "jobs")}");
        }

        if (told.Count > 0 && before is not null)
        {
            told.Insert(0, before);
        }

        return told.Count < 2 ? string.Concat(told) : $"{string.Join(", ", told.SkipLast(1))} and {told[^1]}";
    }

    /// <summary>What of a job's need is only possible: <c> (`contents: write` only if the program pushes: publish.js)</c>; empty where all is sure.</summary>
    private static string Doubt(JobPermissions job)
    {
        foreach (var row in job.Recommended)
        {
            if (row.AtMost > row.Certain && row.Needs.FirstOrDefault(n => n.Level == row.AtMost) is { Certainty: < Certainty.Certain, Because: [var reason, ..] })
            {
                var grant = $"`{row.Permission}: {(row.AtMost == GrantLevel.Write ? "write" : "read")}`";
                return InWords(reason.Condition) is { } words ? $" ({grant} only if {words}: {reason.Text})" : $" ({grant} only if {reason.Text} needs it)";
            }
        }

        return "";
    }

    /// <summary>What a condition says in words: of one in the facts' own language the part that is words there (<c>?the repository is private</c>); null for none.</summary>
    private static string? InWords(string? condition) =>
        condition is null or "always" ? null
        : condition.Split(" & ").FirstOrDefault(p => p.StartsWith('?')) is { } words ? words[1..]
        : condition.AsSpan().IndexOfAny("=!$&|") >= 0 ? null
        : condition;

    /// <summary>Why the need of a job is not fully known.</summary>
    public static string Unknown(JobPermissions job)
    {
        var question = job.Needs.Default.Unknowns[0];
        return $"{question.Subject}: {question.Because}";
    }
}

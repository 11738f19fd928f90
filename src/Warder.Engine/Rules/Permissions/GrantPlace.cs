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

    /// <summary>Why the need of a job is not fully known.</summary>
    public static string Unknown(JobPermissions job)
    {
        var question = job.Needs.Default.Unknowns[0];
        return $"{question.Subject}: {question.Because}";
    }
}

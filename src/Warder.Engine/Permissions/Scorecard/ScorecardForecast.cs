using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Scorecard;

/// <summary>The score of a repository as it is, and as it would be with the recommended grants.</summary>
/// <param name="Before">The score as it is.</param>
/// <param name="After">The score with `{}` at the top of each workflow whose needs are all known, and each job's need at the job.</param>
public sealed record ScorecardForecast(int Before, int After)
{
    /// <summary>The forecast for the jobs of a repository.</summary>
    public static ScorecardForecast Of(IReadOnlyList<JobPermissions> jobs)
    {
        var files = jobs.GroupBy(j => j.File.Path, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        return new ScorecardForecast(
            ScorecardPrediction.Score(files.Select(f => f[0].File)),
            ScorecardPrediction.Score(files.Select(f => f.All(j => j.Needs.IsResolved) ? Recommended(f) : f[0].File)));
    }

    private static ScorecardFile Recommended(List<JobPermissions> jobs) =>
        new(jobs[0].File.Path, MapOf([]), [.. jobs.Select(j => MapOf([.. j.Recommended.Select(r => new Grant(r.Permission, r.AtMost, "", default, default))]))], jobs[0].File.Exempt);

    private static PermissionSet MapOf(IReadOnlyList<Grant> grants) => new() { Form = PermissionForm.Map, Grants = grants, Span = default(TextSpan), ValueSpan = default(TextSpan) };
}

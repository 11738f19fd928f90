using Warder.Pipelines;

namespace Warder.Engine.Permissions.Scorecard;

/// <summary>
/// Predicts the score, from 0 to 10, of the Token-Permissions check of OpenSSF Scorecard (its documentation and version 5).
/// It reads only what is written: who needs what plays no part in it.
/// </summary>
public static class ScorecardPrediction
{
    /// <summary>The best score.</summary>
    public const int Best = 10;

    private const double SmallReduction = 0.5;
    private const double Reduction = 1;

    /// <summary>The score of a repository's workflows.</summary>
    public static int Score(IEnumerable<ScorecardFile> files)
    {
        var score = (double)Best;
        foreach (var file in files)
        {
            score -= ReductionOf(file);
        }

        // The check cuts the half point off.
        return (int)Math.Max(0, score);
    }

    private static double ReductionOf(ScorecardFile file)
    {
        var hasUndeclaredJob = file.Jobs.Any(j => j is null);
        if (file.Top is null)
        {
            return hasUndeclaredJob ? Best : SmallReduction;
        }

        if (file.Top.Form == PermissionForm.WriteAll)
        {
            return hasUndeclaredJob || file.Jobs.Any(j => Writes(j, file.Exempt)) ? Best : SmallReduction;
        }

        return file.Top.Grants.Where(g => g.Level == GrantLevel.Write).Sum(g => ReductionOf(g.Permission));
    }

    private static bool Writes(PermissionSet? grant, IReadOnlyCollection<string> exempt) => grant switch
    {
        null => false,
        { Form: PermissionForm.WriteAll } => true,
        _ => grant.Grants.Any(g => g.Level == GrantLevel.Write && ReductionOf(g.Permission) > 0 && !exempt.Contains(g.Permission)),
    };

    private static double ReductionOf(string permission) => permission switch
    {
        "contents" or "packages" or "actions" => Best,
        "deployments" or "security-events" => Reduction,
        "checks" or "statuses" => SmallReduction,
        _ => 0,
    };
}

using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>The steps that see a token in the environment of their workflow or job, by whether they read it.</summary>
/// <param name="Steps">All that see it.</param>
/// <param name="Readers">Those that are seen to read it.</param>
/// <param name="Unknown">Those that run something of the repository that cannot be read here.</param>
/// <param name="Idle">The others, without the platform's own actions.</param>
internal sealed record TokenReaders(
    IReadOnlyList<(Job Job, Step Step)> Steps,
    IReadOnlyList<(Job Job, Step Step)> Readers,
    IReadOnlyList<(Job Job, Step Step)> Unknown,
    IReadOnlyList<(Job Job, Step Step)> Idle)
{
    /// <summary>
    /// Whether all readers are known and fewer steps read it than do not; a token that most steps need may as well stand where all see it.
    /// </summary>
    public bool AreFew => Readers.Count > 0 && Unknown.Count == 0 && Idle.Count >= Readers.Count;

    /// <summary>Whether a use is a token in the environment of a whole workflow or job.</summary>
    public static bool Concerns(PipelineContext context, TokenUse use) =>
        use is { Explicit: true, OnlyTested: false, Scope: UseScope.PipelineEnv or UseScope.JobEnv, Token.Kind: TokenKind.Secret or TokenKind.DefaultToken }
        && !context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name);

    /// <summary>Sorts the steps that see a use.</summary>
    public static TokenReaders Of(PipelineContext context, TokenUse use)
    {
        IReadOnlyList<Job> jobs = EffectiveGrants.JobOf(context.Pipeline, use) is { } job ? [job] : context.Pipeline.Jobs;
        var all = new List<(Job Job, Step Step)>();
        var sorted = new Dictionary<StepReading, List<(Job Job, Step Step)>> { [StepReading.Seen] = [], [StepReading.Unknown] = [], [StepReading.NotSeen] = [] };
        foreach (var one in jobs)
        {
            var reads = new StepReaders(context, use, one);
            foreach (var step in one.Steps)
            {
                all.Add((one, step));
                sorted[reads.Of(step)].Add((one, step));
            }
        }

        return new TokenReaders(all, sorted[StepReading.Seen], sorted[StepReading.Unknown], [.. sorted[StepReading.NotSeen].Where(s => !StepReaders.IsOfThePlatform(s.Step))]);
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>The steps that see a token in the environment of their workflow or job, by whether they read it.</summary>
/// <param name="Steps">All that see it.</param>
/// <param name="Readers">Those that are seen to read it.</param>
/// <param name="Idle">Those that are not, without the platform's own actions.</param>
internal sealed record TokenReaders(
    IReadOnlyList<(Job Job, Step Step)> Steps,
    IReadOnlyList<(Job Job, Step Step)> Readers,
    IReadOnlyList<(Job Job, Step Step)> Idle)
{
    /// <summary>Whether fewer steps read it than do not; a token that most steps need may as well stand where all see it.</summary>
    public bool AreFew => Readers.Count > 0 && Idle.Count >= Readers.Count;

    /// <summary>Whether a use is a token in the environment of a whole workflow or job.</summary>
    public static bool Concerns(PipelineContext context, TokenUse use) =>
        use is { Explicit: true, OnlyTested: false, Scope: UseScope.PipelineEnv or UseScope.JobEnv, Token.Kind: TokenKind.Secret or TokenKind.DefaultToken }
        && !context.Repository.Facts.SecretNames.IsIdentifier(use.Token.Name);

    /// <summary>Sorts the steps that see a use.</summary>
    public static TokenReaders Of(PipelineContext context, TokenUse use)
    {
        IReadOnlyList<Job> jobs = EffectiveGrants.JobOf(context.Pipeline, use) is { } job ? [job] : context.Pipeline.Jobs;
        var steps = jobs.SelectMany(j => j.Steps.Select(s => (Job: j, Step: s))).ToList();
        var readers = steps.Where(s => StepReaders.Reads(context, use, s.Job.Id, s.Step)).ToList();
        return new TokenReaders(steps, readers, [.. steps.Where(s => !readers.Contains(s) && !StepReaders.IsOfThePlatform(s.Step))]);
    }
}

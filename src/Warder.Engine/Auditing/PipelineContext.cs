using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Permissions;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of a workflow or action.</summary>
public sealed class PipelineContext : RuleContext
{
    private readonly Lazy<IReadOnlyList<JobPermissions>> _permissions;
    private readonly Lazy<IReadOnlyList<TextSpan>> _sharedSteps;
    private HashSet<(string Job, int Step)>? _pasted;
    private readonly Dictionary<Job, JobTokens> _tokens = new(ReferenceEqualityComparer.Instance);

    internal PipelineContext(Repository repository, Pipeline pipeline, IReadOnlyList<TokenUse> uses, FindingSink sink)
        : base(repository, pipeline.Source, sink)
    {
        Pipeline = pipeline;
        Uses = UseArray = [.. uses];
        JobSteps = [.. pipeline.Jobs.Select(j => (j, j.Steps.ToArray()))];
        _permissions = new Lazy<IReadOnlyList<JobPermissions>>(Prove);
        _sharedSteps = new Lazy<IReadOnlyList<TextSpan>>(FindShared);
    }

    /// <summary>The workflow or action.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Its token uses, implicit ones included, in the order of the text.</summary>
    public IReadOnlyList<TokenUse> Uses { get; }

    /// <summary>Need against grant of each job of a workflow, in the order of the file; proven when first asked for.</summary>
    public IReadOnlyList<JobPermissions> Permissions => _permissions.Value;

    /// <summary>Need against grant of one job; null for the steps of an action.</summary>
    public JobPermissions? PermissionsOf(Job job)
    {
        foreach (var permissions in Permissions)
        {
            if (string.Equals(permissions.Needs.Job, job.Id, StringComparison.Ordinal))
            {
                return permissions;
            }
        }

        return null;
    }

    /// <summary>The jobs with their steps: as arrays, through which all the rules go.</summary>
    internal (Job Job, Step[] Steps)[] JobSteps { get; }

    /// <summary>The token uses: as an array, for the same reason.</summary>
    internal TokenUse[] UseArray { get; }

    /// <summary>The expressions of the file, each parsed once.</summary>
    internal GitHubExpressions Expressions { get; } = new();

    /// <summary>The tokens that each step of a job can reach, followed when first asked for.</summary>
    internal JobTokens TokensOf(Job job)
    {
        if (!_tokens.TryGetValue(job, out var tokens))
        {
            _tokens[job] = tokens = new JobTokens(this, job);
        }

        return tokens;
    }

    /// <summary>The runs with secrets that a stranger can start, followed when first asked for.</summary>
    internal StrangerRuns StrangerRuns => field ??= new StrangerRuns(this);

    /// <summary>What a run by somebody who may write reaches, by each event that starts one; followed when first asked for.</summary>
    internal IReadOnlyList<RunReach> Runs =>
        field ??= [.. Pipeline.Triggers.Select(t => t.Event).Distinct(StringComparer.Ordinal).Select(e => new RunReach(Pipeline, new RunStart(e, ByStranger: false), Expressions))];

    /// <summary>Whether a token is pasted into the script of a step.</summary>
    internal bool PastesToken(Job job, Step step)
    {
        _pasted ??= [.. Uses.Where(u => u is { Explicit: true, OnlyTested: false, Scope: UseScope.Script, Job: not null }).Select(u => (u.Job!, u.StepIndex))];
        return _pasted.Count > 0 && _pasted.Contains((job.Id, step.Index));
    }

    /// <inheritdoc/>
    private protected override bool IsShared(FindingDraft draft)
    {
        if (draft.Job is null)
        {
            return false;
        }

        foreach (var span in _sharedSteps.Value)
        {
            if (span.Start <= draft.Span.Start && draft.Span.End <= span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The steps that stand once and that several jobs use by an alias.</summary>
    private IReadOnlyList<TextSpan> FindShared()
    {
        if (!Source.Text.Contains('*', StringComparison.Ordinal))
        {
            return [];
        }

        var seen = new HashSet<TextSpan>();
        return [.. Pipeline.Jobs.SelectMany(j => j.Steps).Where(s => !seen.Add(s.Span)).Select(s => s.Span).Distinct()];
    }

    private IReadOnlyList<JobPermissions> Prove() =>
        JobPermissions.Of(Pipeline, NeedFinder.Of(Repository, Pipeline, Repository.Evidence), Repository.Facts.Scopes.WorkflowNames);
}

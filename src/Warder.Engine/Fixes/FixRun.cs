using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Fixes one file: proposals are applied together where they do not overlap, the result is read again, until nothing is left to do.</summary>
public sealed class FixRun
{
    private const int MaxPasses = 10;
    private readonly Repository _repository;
    private readonly IReadOnlyList<Fixer> _fixers;
    private readonly bool _acceptUnsafe;

    /// <summary>Makes a run.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="fixers">The fixers to ask.</param>
    /// <param name="acceptUnsafe">Whether fixes that somebody should look at are made too.</param>
    public FixRun(Repository repository, IReadOnlyList<Fixer> fixers, bool acceptUnsafe)
    {
        _repository = repository;
        _fixers = fixers;
        _acceptUnsafe = acceptUnsafe;
    }

    /// <summary>Fixes a workflow or action.</summary>
    public FixedFile Fix(SourceText source)
    {
        var applied = new List<Fix>();
        var declined = new List<DeclinedFix>();
        var at = source;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var context = Propose(at);
            if (pass == 0)
            {
                declined.AddRange(context.Declined);
                declined.AddRange(context.Fixes.Where(f => !IsAccepted(f)).Select(f => new DeclinedFix(f.Rule, f.Path, f.Position, $"{f.Description}: only with --unsafe")));
            }

            var chosen = Choose(context.Fixes);
            if (chosen.Count == 0 || Apply(at, chosen, declined) is not { } next)
            {
                break;
            }

            applied.AddRange(chosen);
            at = next;
        }

        return new FixedFile(source.Path, source.Text, at.Text, applied, declined);
    }

    private FixContext Propose(SourceText source)
    {
        var pipeline = GitHubReader.Read(source);
        var context = new FixContext(new PipelineContext(_repository, pipeline, pipeline.TokenUses, new FindingSink(_repository.Policy)));
        foreach (var fixer in _fixers)
        {
            fixer.Propose(context);
        }

        return context;
    }

    private bool IsAccepted(Fix fix) => _acceptUnsafe || fix.Safety == FixSafety.Safe;

    /// <summary>The first of those that overlap; the others come in the next pass.</summary>
    private List<Fix> Choose(IReadOnlyList<Fix> fixes)
    {
        var chosen = new List<Fix>();
        var taken = new List<TextEdit>();
        foreach (var fix in fixes)
        {
            if (IsAccepted(fix) && fix.Edits.All(e => !taken.Exists(t => Touch(t.Span, e.Span))))
            {
                chosen.Add(fix);
                taken.AddRange(fix.Edits);
            }
        }

        return chosen;
    }

    private static bool Touch(TextSpan left, TextSpan right) => left.Start <= right.End && right.Start <= left.End;

    /// <summary>The text with the fixes; null, with the reason noted, where it would no longer be the same workflow.</summary>
    private static SourceText? Apply(SourceText source, List<Fix> fixes, List<DeclinedFix> declined)
    {
        var text = TextEdits.Apply(source.Text, [.. fixes.SelectMany(f => f.Edits)]);
        var next = new SourceText(source.Path, text);
        var (before, after) = (GitHubReader.Read(source), GitHubReader.Read(next));
        if (after.Problems.Count <= before.Problems.Count && HasSameShape(before, after))
        {
            return next;
        }

        declined.AddRange(fixes.Select(f => new DeclinedFix(f.Rule, f.Path, f.Position, "the file would read differently elsewhere")));
        return null;
    }

    /// <summary>Jobs, steps and scripts are as they were: a fix changes grants, inputs and references only.</summary>
    private static bool HasSameShape(Pipeline before, Pipeline after)
    {
        if (before.Jobs.Count != after.Jobs.Count || before.Triggers.Count != after.Triggers.Count)
        {
            return false;
        }

        for (var i = 0; i < before.Jobs.Count; i++)
        {
            var (left, right) = (before.Jobs[i], after.Jobs[i]);
            var isSame = left.Id == right.Id
                && left.Steps.Count == right.Steps.Count
                && left.RunnerLabels.SequenceEqual(right.RunnerLabels, StringComparer.Ordinal)
                && left.Steps.Zip(right.Steps).All(p => p.First.Action?.Text == p.Second.Action?.Text && IsSameScript(p.First, p.Second));
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    // A reference to a token within a script may change; its length in lines may not.
    private static bool IsSameScript(Step left, Step right) =>
        (left.Script is null) == (right.Script is null)
        && left.Script?.Body.Value.Count(c => c == '\n') == right.Script?.Body.Value.Count(c => c == '\n');
}

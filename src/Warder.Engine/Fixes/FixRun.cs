using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Fixes one file: proposals are applied together where they do not meet, the result is read again, until nothing is left to do.</summary>
public sealed class FixRun
{
    private const int MaxPasses = 10;
    private const string NotMade = ": not made, because ";
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
    public FixedFile Fix(SourceText source) => Fix(source, new PipelineSubject(_repository, _fixers));

    /// <summary>Fixes the policy file.</summary>
    public FixedFile FixPolicy(SourceText source) => Fix(source, new PolicySubject(_repository, _fixers));

    private FixedFile Fix(SourceText source, IFixSubject subject)
    {
        var applied = new List<Fix>();
        var declined = new List<DeclinedFix>();
        var at = source;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var context = subject.Propose(at);
            if (pass == 0)
            {
                declined.AddRange(context.Declined);
                declined.AddRange(context.Fixes.Where(f => !IsAccepted(f)).Select(f => Dropped(f, $": only with --unsafe, because {f.Doubt}")));
            }

            var trial = new FixTrial(at, subject);
            foreach (var (fix, because) in trial.Apply(Choose(context.Fixes)))
            {
                // One that is dropped comes again in the next pass.
                var dropped = Dropped(fix, NotMade + because);
                if (!declined.Exists(d => d.Rule == dropped.Rule && d.Because == dropped.Because))
                {
                    declined.Add(dropped);
                }
            }

            if (trial.Made.Count == 0)
            {
                break;
            }

            applied.AddRange(trial.Made);
            at = trial.Text;
        }

        // What was dropped beside another fix may have been made after it.
        declined.RemoveAll(d => applied.Exists(f => f.Rule == d.Rule && d.Because.StartsWith(f.Description + NotMade, StringComparison.Ordinal)));
        return new FixedFile(source.Path, source.Text, at.Text, applied, declined);
    }

    private static DeclinedFix Dropped(Fix fix, string because) => new(fix.Rule, fix.Path, fix.Position, fix.Description + because);

    private bool IsAccepted(Fix fix) => _acceptUnsafe || fix.Safety == FixSafety.Safe;

    /// <summary>The first of those that meet; the others come in the next pass.</summary>
    private List<Fix> Choose(IReadOnlyList<Fix> fixes)
    {
        var chosen = new List<Fix>();
        foreach (var fix in fixes)
        {
            if (IsAccepted(fix) && !chosen.Exists(c => Meet(c, fix)))
            {
                chosen.Add(fix);
            }
        }

        return chosen;
    }

    private static bool Meet(Fix left, Fix right) =>
        left.Edits.Any(l => right.Edits.Any(r => Touch(l.Span, r.Span)))
        || left.Changes.Any(l => right.Changes.Any(r => (l.Value is not null || r.Value is not null) && l.Meets(r)));

    private static bool Touch(TextSpan left, TextSpan right) => left.Start <= right.End && right.Start <= left.End;
}

using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>What a fixer sees of one file, and where it proposes.</summary>
public abstract class FixContext
{
    private readonly List<Fix> _fixes = [];
    private readonly List<DeclinedFix> _declined = [];

    private protected FixContext(Repository repository, SourceText source)
    {
        Repository = repository;
        Source = source;
    }

    /// <summary>The repository.</summary>
    public Repository Repository { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>What was proposed.</summary>
    public IReadOnlyList<Fix> Fixes => _fixes;

    /// <summary>What was not.</summary>
    public IReadOnlyList<DeclinedFix> Declined => _declined;

    /// <summary>Proposes a change.</summary>
    public void Add(FixDraft draft)
    {
        // What is written already needs no fix.
        var changing = draft.Edits.Where(e => Source.GetText(e.Span) != e.Replacement).ToList();
        if (changing.Count > 0)
        {
            var safety = draft.Doubt is null ? FixSafety.Safe : FixSafety.Unsafe;
            _fixes.Add(new Fix(draft.Rule, Source.Path, Source.GetPosition(draft.Offset), safety, draft.Description, changing, draft.Changes, draft.Doubt));
        }
    }

    /// <summary>Says why something is not changed.</summary>
    public void Decline(string rule, int offset, string because) =>
        _declined.Add(new DeclinedFix(rule, Source.Path, Source.GetPosition(offset), because));
}

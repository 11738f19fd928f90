using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>What a fixer sees of one workflow or action, and where it proposes.</summary>
public sealed class FixContext
{
    private readonly PipelineContext _context;
    private readonly List<Fix> _fixes = [];
    private readonly List<DeclinedFix> _declined = [];

    internal FixContext(PipelineContext context) => _context = context;

    /// <summary>The repository.</summary>
    public Repository Repository => _context.Repository;

    /// <summary>The workflow or action.</summary>
    public Pipeline Pipeline => _context.Pipeline;

    /// <summary>Its token uses.</summary>
    public IReadOnlyList<TokenUse> Uses => _context.Uses;

    /// <summary>Need against grant of its jobs.</summary>
    public IReadOnlyList<JobPermissions> Permissions => _context.Permissions;

    /// <summary>What was proposed.</summary>
    public IReadOnlyList<Fix> Fixes => _fixes;

    /// <summary>What was not.</summary>
    public IReadOnlyList<DeclinedFix> Declined => _declined;

    /// <summary>Proposes a change.</summary>
    public void Add(string rule, int offset, FixSafety safety, string description, params IReadOnlyList<TextEdit> edits)
    {
        // What is written already needs no fix.
        var changing = edits.Where(e => Pipeline.Source.GetText(e.Span) != e.Replacement).ToList();
        if (changing.Count > 0)
        {
            _fixes.Add(new Fix(rule, Pipeline.Path, Pipeline.Source.GetPosition(offset), safety, description, changing));
        }
    }

    /// <summary>Says why something is not changed.</summary>
    public void Decline(string rule, int offset, string because) =>
        _declined.Add(new DeclinedFix(rule, Pipeline.Path, Pipeline.Source.GetPosition(offset), because));
}

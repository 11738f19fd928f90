using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing;

/// <summary>What is kept of one file after its visit: no text and no tree, unless it holds suppressions.</summary>
internal sealed class FileAudit
{
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    public IReadOnlyList<TokenUse> Uses { get; set; } = [];

    public IReadOnlyList<Unknown> Unknowns { get; set; } = [];

    public IReadOnlyList<ScriptCall> ScriptCalls { get; set; } = [];

    public IReadOnlyList<InlineSuppression> Suppressions { get; set; } = [];

    /// <summary>What rules keep of the file until they see the whole repository.</summary>
    public List<(Rule Rule, object Kept)> Gathered { get; } = [];

    /// <summary>Known tokens that a script names, whether it is seen to read them or not.</summary>
    public IReadOnlyList<string> Named { get; set; } = [];

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    public List<Diagnostic> Diagnostics { get; } = [];

    public int Jobs { get; set; }

    /// <summary>Need against grant of its jobs, where the audit keeps them.</summary>
    public IReadOnlyList<Permissions.JobPermissions> Permissions { get; set; } = [];

    /// <summary>Whether its text could be read: only then was it looked at.</summary>
    public bool IsRead { get; set; }
}

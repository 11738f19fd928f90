using Warder.Engine.Enforcement;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules;

/// <summary>What a rule is, before it looks at anything.</summary>
public sealed record RuleDescriptor
{
    /// <summary>The name that people type; append-only.</summary>
    public required string Slug { get; init; }

    /// <summary>What it finds, a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public required RuleCategory Category { get; init; }

    /// <summary>How bad its findings are unless they say otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure its findings are unless they say otherwise.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Who wants to see its findings.</summary>
    public Persona Persona { get; init; } = Persona.Regular;

    /// <summary>When it runs without being asked for.</summary>
    public RuleStart Start { get; init; } = RuleStart.Audit;

    /// <summary>The section of a validation that its findings belong to; null where the file that they lie in decides.</summary>
    public EnforcementSection? Section { get; init; }

    /// <summary>The first version that has it.</summary>
    public string Since { get; init; } = "0.1";

    /// <summary>Whether <c>warder fix</c> can mend it.</summary>
    public bool Fixable { get; init; }

    /// <summary>Whether it can be switched off or excepted; a broken registry cannot.</summary>
    public bool Suppressible { get; init; } = true;

    /// <summary>The type under which the source project's JSON reports it; null for the slug in upper case.</summary>
    public string? SourceType { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<RuleOption> Options { get; init; } = [];

    /// <summary>Keys of control catalogues: <c>CICD-SEC-6</c>.</summary>
    public IReadOnlyList<string> Compliance { get; init; } = [];

    /// <summary>The same idea in other tools.</summary>
    public IReadOnlyList<RuleAlias> Aliases { get; init; } = [];
}

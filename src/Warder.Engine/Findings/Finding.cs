using Warder.Engine.Rules;

namespace Warder.Engine.Findings;

/// <summary>Something wrong in the user's repository.</summary>
public sealed record Finding
{
    /// <summary>The rule that says it.</summary>
    public required RuleDescriptor Rule { get; init; }

    /// <summary>How bad it is here.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure it is here.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>What is wrong, one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Stable identity: survives edits around it; never made of line numbers or values.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The identity without the path, by which a moved file's findings are known again.</summary>
    public required string ContextHash { get; init; }

    /// <summary>Why it matters here.</summary>
    public string? Why { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    /// <summary>The job.</summary>
    public string? Job { get; init; }

    /// <summary>The step's label.</summary>
    public string? Step { get; init; }

    /// <summary>The token.</summary>
    public string? Token { get; init; }

    /// <summary>Other places.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>Whether the other places are a path, from the source to the sink.</summary>
    public bool IsPath { get; init; }

    /// <summary>The lines to show.</summary>
    public CodeFrame? Frame { get; init; }

    /// <summary>Who wants to see it; whom the rule is for where nothing else is said.</summary>
    public Persona Persona => OtherPersona ?? Rule.Persona;

    /// <summary>Who wants to see it where that is not whom the rule is for; null where it is.</summary>
    public Persona? OtherPersona { get; init; }
}

using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Reports;

/// <summary>How a report is told; the caller decides, no report looks at the terminal or the environment.</summary>
public sealed record ReportOptions
{
    /// <summary>Warder's version.</summary>
    public required string Version { get; init; }

    /// <summary>Where people learn of the tool; a name rather than an address until there is a public page.</summary>
    public string InformationUri { get; init; } = "urn:warder:cli";

    /// <summary>How many columns the terminal has.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether to colour.</summary>
    public bool Color { get; init; }

    /// <summary>Whether Warder's own signs keep to ASCII.</summary>
    public bool Ascii { get; init; }

    /// <summary>Whether to say everything: all unknowns, hidden findings, fingerprints.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether to say only what could not be looked at and the verdict.</summary>
    public bool Quiet { get; init; }

    /// <summary>The severity from which a finding fails the audit.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>Rules to describe in SARIF besides those that found something.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; init; } = [];

    /// <summary>Gives the page of a rule, in Markdown, by its slug; null where there is none.</summary>
    public Func<string, string?>? RulePage { get; init; }
}

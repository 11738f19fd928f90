using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Reports.Documents;

/// <summary>What a rule says of a token, without what changes from day to day.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">The worst severity.</param>
/// <param name="Places">Files with their jobs, sorted, each once.</param>
internal sealed record TokenNote(RuleDescriptor Rule, Severity Severity, IReadOnlyList<string> Places);

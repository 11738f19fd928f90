using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>Runs rules one by one, so that one that fails does not stop the others.</summary>
internal sealed class RuleRunner
{
    private readonly IReadOnlyList<Rule> _rules;

    public RuleRunner(IReadOnlyList<Rule> rules) => _rules = rules;

    /// <summary>Runs each rule; one that throws becomes a diagnostic that names it, and the others go on.</summary>
    public void Run(string? path, List<Diagnostic> diagnostics, Action<Rule> visit)
    {
        foreach (var rule in _rules)
        {
            DefectGuard.Run("rule-failed", $"The rule {rule.Descriptor.Slug}", path, diagnostics, () => visit(rule));
        }
    }
}

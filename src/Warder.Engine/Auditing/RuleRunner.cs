using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>Runs rules one by one, so that one that fails does not stop the others.</summary>
internal sealed class RuleRunner
{
    private readonly (Rule Rule, string Name)[] _rules;

    public RuleRunner(IReadOnlyList<Rule> rules) => _rules = [.. rules.Select(r => (r, $"The rule {r.Descriptor.Slug}"))];

    /// <summary>Runs each rule; one that throws becomes a diagnostic that names it, and the others go on.</summary>
    public void Run(string? path, List<Diagnostic> diagnostics, Action<Rule> visit)
    {
        foreach (var (rule, name) in _rules)
        {
            DefectGuard.Run("rule-failed", name, path, diagnostics, rule, visit);
        }
    }
}

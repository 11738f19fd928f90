using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>Runs rules one by one; the one place where a rule's failure is caught.</summary>
internal sealed class RuleRunner
{
    private readonly IReadOnlyList<Rule> _rules;

    public RuleRunner(IReadOnlyList<Rule> rules) => _rules = rules;

    /// <summary>Runs each rule; one that throws becomes a diagnostic that names it, and the others go on.</summary>
    public void Run(string? path, List<Diagnostic> diagnostics, Action<Rule> visit)
    {
        foreach (var rule in _rules)
        {
            try
            {
                visit(rule);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                var what = $"The rule {rule.Descriptor.Slug} failed: {failure.GetType().Name}: {failure.Message}";
                diagnostics.Add(new Diagnostic("rule-failed", what, path));
            }
        }
    }
}

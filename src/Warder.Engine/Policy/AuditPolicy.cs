using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Syntax;

namespace Warder.Engine.Policy;

/// <summary>The policy of a repository: <c>.warder.yml</c>, or the defaults.</summary>
public sealed class AuditPolicy
{
    /// <summary>Where a policy is looked for, in order.</summary>
    public static IReadOnlyList<string> DefaultPaths { get; } = [".warder.yml", ".warder.yaml", ".warder/policy.yml"];

    /// <summary>The policy of a repository without a policy file.</summary>
    public static AuditPolicy Default { get; } = new();

    /// <summary>The file; null for the defaults.</summary>
    public SourceText? Source { get; init; }

    /// <summary>Where the registry lies, where the policy says so.</summary>
    public string? RegistryPath { get; init; }

    /// <summary>What the policy file says of the default token; null where it is silent. Rules ask <see cref="Auditing.Repository.DefaultToken"/>.</summary>
    public DefaultTokenPolicy? DefaultToken { get; init; }

    /// <summary>Settings by rule slug.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>(StringComparer.Ordinal);

    /// <summary>Exceptions in the order of the file.</summary>
    public IReadOnlyList<PolicyException> Exceptions { get; init; } = [];

    /// <summary>Where the baseline lies; null for the default <c>.warder/baseline.json</c>.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Paths that are not looked at.</summary>
    public IReadOnlyList<PathPattern> Ignore { get; init; } = [];

    /// <summary>What is wrong with the policy file; each makes the exit status 2.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>Whether a rule is switched off.</summary>
    public bool IsOff(RuleDescriptor rule) => Rules.TryGetValue(rule.Slug, out var setting) && setting.Off;

    /// <summary>The severity that the policy gives a rule; null where it gives none.</summary>
    public Severity? SeverityOf(RuleDescriptor rule) => Rules.TryGetValue(rule.Slug, out var setting) ? setting.Severity : null;
}

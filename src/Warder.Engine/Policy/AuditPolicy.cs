using Warder.Engine.Exposure.Formats;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>The policy of a repository: <c>.warder.yml</c>, or the defaults.</summary>
public sealed class AuditPolicy
{
    /// <summary>Where a policy is looked for, in order.</summary>
    public static IReadOnlyList<string> DefaultPaths { get; } = [".warder.yml", ".warder.yaml", ".warder/policy.yml"];

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

    /// <summary>What the policy says of actions and called workflows, by <c>owner/name[/path]</c>; it wins over Warder's own facts.</summary>
    public IReadOnlyDictionary<string, Facts.ActionFact> OwnActions { get; init; } = new Dictionary<string, Facts.ActionFact>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Permission scopes that exist though Warder's facts do not have them yet.</summary>
    public IReadOnlySet<string> OwnScopes { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Files that are scripts though nothing in their path says so.</summary>
    public IReadOnlyList<PathPattern> IncludedScripts { get; init; } = [];

    /// <summary>Files that are not looked at as scripts.</summary>
    public IReadOnlyList<PathPattern> ExcludedScripts { get; init; } = [];

    /// <summary>Files that are documents for agents though nothing in their path says so.</summary>
    public IReadOnlyList<PathPattern> IncludedDocuments { get; init; } = [];

    /// <summary>Formats of token values that the policy adds to Warder's own.</summary>
    public IReadOnlyList<TokenFormat> OwnFormats { get; init; } = [];

    /// <summary>Files that are not scanned for token values.</summary>
    public IReadOnlyList<PathPattern> NotScanned { get; init; } = [];

    /// <summary>How many days before the end of a token a warning comes, falling.</summary>
    public IReadOnlyList<int> ExpiryWarningDays { get; init; } = DefaultExpiryWarningDays;

    /// <summary>After how many days a token must be rotated, by its risk; the default where a risk is missing.</summary>
    public IReadOnlyDictionary<RiskLevel, int> RotationDays { get; init; } = new Dictionary<RiskLevel, int>();

    /// <summary>Fields that every registered token needs.</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = DefaultRequiredFields;

    /// <summary>Which files no repository should hold.</summary>
    public PotatoPolicy Potato { get; init; } = PotatoPolicy.Default;

    /// <summary>What may lie in the root of the repository.</summary>
    public GuardPolicy Guard { get; init; } = GuardPolicy.Default;

    /// <summary>How soon a violation must be answered.</summary>
    public ResponseTimes ResponseTimes { get; init; } = ResponseTimes.Default;

    /// <summary>Where the generated documents lie.</summary>
    public GeneratedDocs GeneratedDocs { get; init; } = GeneratedDocs.Default;

    /// <summary>How tests are run, and how long their artifacts are kept.</summary>
    public ArtifactsPolicy Artifacts { get; init; } = ArtifactsPolicy.Default;

    /// <summary>The environment variable that holds the connection string of the history; null where it is kept in a file.</summary>
    public string? HistoryConnection { get; init; }

    /// <summary>The days before the end of a token on which people want to hear of it.</summary>
    public static IReadOnlyList<int> DefaultExpiryWarningDays { get; } = [30, 14, 7, 1];

    /// <summary>What an entry needs where the policy says nothing.</summary>
    public static IReadOnlyList<string> DefaultRequiredFields { get; } = ["bot_identity", "purpose", "permissions"];

    /// <summary>The policy of a repository without a policy file.</summary>
    public static AuditPolicy Default { get; } = new();

    /// <summary>What is wrong with the policy file; each makes the exit status 2.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>Whether a rule is switched off.</summary>
    public bool IsOff(RuleDescriptor rule) => Rules.TryGetValue(rule.Slug, out var setting) && setting.Off;

    /// <summary>Whether the policy asks for a rule: it has a setting that does not switch it off.</summary>
    public bool IsAsked(RuleDescriptor rule) => Rules.TryGetValue(rule.Slug, out var setting) && !setting.Off;

    /// <summary>A setting of a rule's own; null where the policy has none.</summary>
    public YamlNode? Option(RuleDescriptor rule, string name) =>
        Rules.TryGetValue(rule.Slug, out var setting) && setting.Options.TryGetValue(name, out var node) ? node.Resolve() : null;

    /// <summary>The severity that the policy gives a rule; null where it gives none.</summary>
    public Severity? SeverityOf(RuleDescriptor rule) => Rules.TryGetValue(rule.Slug, out var setting) ? setting.Severity : null;
}

using Warder.Engine.Rules.Hygiene;
using Warder.Engine.Rules.Exposure;
using Warder.Engine.Rules.Permissions;
using Warder.Engine.Rules.Registry;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Rules;

/// <summary>Every rule, sorted by slug; a test holds the list against the assembly.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<Rule> All { get; } = Sorted([.. RegistryRules(), .. UseRules(), .. PermissionRules(), .. ExposureRules(), .. HygieneRules()]);

    private static Dictionary<string, Rule> BySlug { get; } = All.ToDictionary(r => r.Descriptor.Slug, StringComparer.Ordinal);

    /// <summary>The rule of a slug; null where there is none.</summary>
    public static Rule? Find(string slug) => BySlug.GetValueOrDefault(slug);

    /// <summary>The first rule that another tool knows by this name; null where there is none.</summary>
    public static Rule? FindByAlias(string name) =>
        All.FirstOrDefault(r => r.Descriptor.Aliases.Any(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The slugs of some rules.</summary>
    public static IReadOnlyCollection<string> Slugs(IReadOnlyList<Rule> rules) => [.. rules.Select(r => r.Descriptor.Slug)];

    private static Rule[] RegistryRules() =>
    [
        new DeprecatedWithoutReplacement(),
        new ExpiredException(),
        new RegistryDuplicateToken(),
        new RegistryIncomplete(),
        new RegistryInvalid(),
        new RegistryMetadataMismatch(),
        new RegistryMissing(),
        new RegistryRiskMismatch(),
        new RegistryStalePath(),
        new RegistryUnknownPermission(),
        new RotationOverdue(),
        new TokenExpired(),
        new TokenExpiring(),
        new TokenUnused(),
    ];

    private static Rule[] UseRules() =>
    [
        new AgentDocDefaultToken(),
        new AgentDocPolicy(),
        new AgentDocUnregisteredToken(),
        new AgentPermissionDrift(),
        new AllSecrets(),
        new BroadTokenScope(),
        new DefaultTokenFallback(),
        new DeprecatedToken(),
        new EnvironmentMismatch(),
        new FallbackChainOrder(),
        new ImplicitDefaultToken(),
        new ProhibitedToken(),
        new ReadOnlyDefaultToken(),
        new RestrictedTokenInUntrustedTrigger(),
        new SecretOutsideEnvironment(),
        new SecretsInherit(),
        new SupersededCredential(),
        new TrustedPublishingAvailable(),
        new UnauthorizedScript(),
        new UnauthorizedWorkflow(),
        new UndefinedSecret(),
        new UnregisteredToken(),
    ];

    private static Rule[] PermissionRules() =>
    [
        new AppTokenScope(),
        new ExcessivePermissions(),
        new InsufficientPermissions(),
        new MissingPermissions(),
        new OidcBesideUntrustedCode(),
        new PermissionsExceedRegistry(),
        new UndocumentedPermissions(),
        new UnknownPermission(),
        new UnusedPermission(),
    ];

    private static Rule[] ExposureRules() =>
    [
        new BotCondition(),
        new DangerousTrigger(),
        new EnvironmentFileWrite(),
        new HardcodedContainerCredentials(),
        new InsecureCommands(),
        new PersistedCredentials(),
        new PipeToShellWithToken(),
        new SecretInArguments(),
        new SecretInArtifact(),
        new SecretInScript(),
        new SecretInUrl(),
        new SecretPrinted(),
        new TemplateInjection(),
        new TokenValue(),
        new UnpinnedActionWithToken(),
        new UnredactedSecret(),
        new UntrustedCodeWithToken(),
    ];

    private static Rule[] HygieneRules() =>
    [
        new EnvFileNotIgnored(),
        new InvalidWorkflow(),
        new LogOutsideLogs(),
        new PotatoIgnore(),
        new RootArtifactRule(),
        new SensitiveFileExposed(),
        new StaleSuppression(),
        new UnexpectedTokenFile(),
        new VirtualEnvironmentMissing(),
    ];

    private static List<Rule> Sorted(List<Rule> rules)
    {
        rules.Sort((a, b) => string.CompareOrdinal(a.Descriptor.Slug, b.Descriptor.Slug));
        return rules;
    }
}

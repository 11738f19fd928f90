using Warder.Engine.Facts;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Auditing;

/// <summary>A repository under audit: its files, registry, policy and the facts that rules rest on.</summary>
public sealed class Repository
{
    private readonly Lazy<string?> _platformName;

    /// <summary>Reads nothing before it is asked for.</summary>
    public Repository() => _platformName = new Lazy<string?>(() => OriginName.Of(LocalScripts.Text(OriginName.ConfigPath), () => LocalScripts.Text(OriginName.PackagePath)));

    /// <summary>Its files.</summary>
    public required RepositoryFiles Files { get; init; }

    /// <summary>Its registry; null where there is none.</summary>
    public required TokenRegistry? Registry { get; init; }

    /// <summary>Its policy; the default one where no file says otherwise.</summary>
    public required Policy.AuditPolicy Policy { get; init; }

    /// <summary>What is known of actions, scopes and providers.</summary>
    public required FactBase Facts { get; init; }

    /// <summary>The day of the audit.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Workflows and actions of the repository that others call, read once and kept.</summary>
    public required LocalPipelines LocalPipelines { get; init; }

    /// <summary>Shell scripts of the repository that steps run, read once and kept.</summary>
    public LocalScripts LocalScripts => field ??= new LocalScripts(Files);

    /// <summary>The <c>owner/name</c> that the platform knows it by, in lower case; null where neither git's configuration nor its package says.</summary>
    public string? PlatformName => _platformName.Value;

    /// <summary>What git says of the repository; null where it is not to be asked.</summary>
    public Hygiene.IGitFacts? Git { get; init; }

    /// <summary>A look at all files that git tracks or would take, made when first asked for; null where git is not to be asked.</summary>
    public Hygiene.FileSurvey? Survey => field ??= Git is null ? null : Hygiene.FileSurvey.Of(Git, Policy);

    /// <summary>Whether the needs of tokens other than the default one are wanted: a registry to compare them with, or somebody who asks.</summary>
    public bool ProvesOtherTokens { get; init; }

    /// <summary>Whether a registry is expected: a policy file has adopted Warder, or the rules of governance are being enforced.</summary>
    public bool ExpectsRegistry { get; init; }

    /// <summary>What runs were seen to use of the default token's permissions.</summary>
    public IReadOnlyList<Permissions.Evidence.Observation> Evidence { get; init; } = [];

    /// <summary>Whether only single files outside a repository are looked at, where no registry can be asked for.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The same with other files, and nothing read yet.</summary>
    internal Repository With(RepositoryFiles files) => new()
    {
        Files = files,
        Registry = Registry,
        Policy = Policy,
        Facts = Facts,
        Today = Today,
        LocalPipelines = new LocalPipelines(files),
        Git = Git,
        ProvesOtherTokens = ProvesOtherTokens,
        ExpectsRegistry = ExpectsRegistry,
        Evidence = Evidence,
        IsLoose = IsLoose,
    };

    /// <summary>The policy on the default token in force: the policy file's, else forbidden where the registry prohibits it, else least privilege.</summary>
    public Policy.DefaultTokenPolicy DefaultToken =>
        Policy.DefaultToken
        ?? (Registry?.Find(TokenReference.DefaultTokenName) is { Status: TokenStatus.Prohibited }
            ? Engine.Policy.DefaultTokenPolicy.Forbid
            : Engine.Policy.DefaultTokenPolicy.LeastPrivilege);
}

namespace Warder.Engine.Facts;

/// <summary>What is known of actions, permission scopes and providers: versioned data embedded in the program.</summary>
public sealed class FactBase
{
    private readonly Lazy<AgentDocumentPaths> _agentDocuments = new(AgentDocumentData.Load);

    private readonly Lazy<PermissionScopes> _scopes = new(PermissionScopes.Load);

    private readonly Lazy<ActionFacts> _actions = new(ActionFacts.Load);

    private readonly Lazy<CommandFacts> _commands = new(CommandFacts.Load);

    private readonly Lazy<ApiFacts> _api = new(ApiFacts.Load);

    private readonly Lazy<SecretNames> _secretNames = new(SecretNames.Load);

    private readonly Lazy<CredentialProviders> _providers = new(CredentialProviders.Load);

    private readonly Lazy<GeneratedFiles> _generatedFiles = new(GeneratedFiles.Load);

    private readonly Lazy<CacheActions> _cacheActions = new(CacheActions.Load);

    /// <summary>The embedded facts; each part is read when first asked for.</summary>
    public static FactBase Embedded { get; } = new();

    /// <summary>Where documents for agents lie.</summary>
    public AgentDocumentPaths AgentDocuments => _agentDocuments.Value;

    /// <summary>Which permissions exist and what harm each can do.</summary>
    public PermissionScopes Scopes => _scopes.Value;

    /// <summary>What is known of actions.</summary>
    public ActionFacts Actions => _actions.Value;

    /// <summary>What is known of commands.</summary>
    public CommandFacts Commands => _commands.Value;

    /// <summary>What requests to the platform's API need.</summary>
    public ApiFacts Api => _api.Value;

    /// <summary>What names of secrets suggest.</summary>
    public SecretNames SecretNames => _secretNames.Value;

    /// <summary>Providers and what takes the place of their stored credentials.</summary>
    public CredentialProviders Providers => _providers.Value;

    /// <summary>How tools mark the files that they write.</summary>
    public GeneratedFiles GeneratedFiles => _generatedFiles.Value;

    /// <summary>The actions that restore a cache.</summary>
    public CacheActions CacheActions => _cacheActions.Value;

    /// <summary>Reads now what every audit asks for first, so that no file has to wait for it.</summary>
    public void Prepare()
    {
        _ = AgentDocuments;
        _ = Commands.Programs;
    }
}

namespace Warder.Engine.Facts;

/// <summary>What is known of actions, permission scopes and providers: versioned data embedded in the program.</summary>
public sealed class FactBase
{
    private readonly Lazy<AgentDocumentPaths> _agentDocuments = new(AgentDocumentData.Load);

    private readonly Lazy<PermissionScopes> _scopes = new(PermissionScopes.Load);

    /// <summary>The embedded facts; each part is read when first asked for.</summary>
    public static FactBase Embedded { get; } = new();

    /// <summary>Where documents for agents lie.</summary>
    public AgentDocumentPaths AgentDocuments => _agentDocuments.Value;

    /// <summary>Which permissions exist and what harm each can do.</summary>
    public PermissionScopes Scopes => _scopes.Value;
}

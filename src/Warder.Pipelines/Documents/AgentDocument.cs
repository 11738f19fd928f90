using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>A document or configuration that tells coding agents what to do.</summary>
public sealed class AgentDocument
{
    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Whether it is a configuration (MCP servers, agent settings) and not prose.</summary>
    public required bool IsConfiguration { get; init; }

    /// <summary>Each token it names, with what it says of it.</summary>
    public required IReadOnlyList<TokenMention> Mentions { get; init; }

    /// <summary>Permissions that its front matter or permission file claims, with the token they are claimed for.</summary>
    public required IReadOnlyList<ClaimedPermission> Claims { get; init; }
}

using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>Reads documents and configurations for agents.</summary>
public static class AgentDocumentReader
{
    /// <summary>Reads one; never throws for bad input.</summary>
    /// <param name="source">The file.</param>
    /// <param name="isConfiguration">Whether it is a configuration.</param>
    /// <param name="names">Known tokens; names that look like tokens are mentions too.</param>
    public static AgentDocument Read(SourceText source, bool isConfiguration, TokenNames names) =>
        new() { Source = source, IsConfiguration = isConfiguration, Mentions = [], Claims = [] };
}

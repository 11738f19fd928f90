namespace Warder.Engine.Facts;

/// <summary>Reads <c>agent-documents.json</c>.</summary>
internal static class AgentDocumentData
{
    public static AgentDocumentPaths Load() => new([]);
}

using System.Text.Json;
using Warder.Engine.Auditing;

namespace Warder.Engine.Facts;

/// <summary>Reads <c>agent-documents.json</c>.</summary>
internal static class AgentDocumentData
{
    public static AgentDocumentPaths Load()
    {
        using var document = FactFile.Open("agent-documents.json");
        return new AgentDocumentPaths(FactFile.Rows(document.RootElement, "files", Read));
    }

    private static (PathPattern Pattern, FileKind Kind) Read(JsonElement row) => (
        new PathPattern(FactFile.Text(row, "glob")),
        FactFile.Text(row, "kind") switch
        {
            "document" => FileKind.Document,
            "configuration" => FileKind.Configuration,
            _ => FileKind.Other,
        });
}

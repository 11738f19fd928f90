using Warder.Engine.Auditing;

namespace Warder.Engine.Facts;

/// <summary>Where documents and configurations for coding agents lie.</summary>
public sealed class AgentDocumentPaths
{
    private readonly IReadOnlyList<(PathPattern Pattern, FileKind Kind)> _places;

    /// <summary>Over a list of places.</summary>
    public AgentDocumentPaths(IReadOnlyList<(PathPattern Pattern, FileKind Kind)> places) => _places = places;

    /// <summary>Document, configuration, or null for neither.</summary>
    public FileKind? Find(string path)
    {
        foreach (var (pattern, kind) in _places)
        {
            if (pattern.Matches(path))
            {
                return kind;
            }
        }

        return null;
    }
}

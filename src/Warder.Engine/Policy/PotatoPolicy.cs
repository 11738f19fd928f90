using Warder.Engine.Hygiene;

namespace Warder.Engine.Policy;

/// <summary>Which files no repository should hold, and which ignore files must keep them out.</summary>
public sealed class PotatoPolicy
{
    /// <summary>The policy of a repository whose policy file is silent.</summary>
    public static PotatoPolicy Default { get; } = new();

    // The embedded data is read only where somebody asks: most audits do not.

    /// <summary>The protected patterns.</summary>
    public IReadOnlyList<ProtectedPattern> Patterns { get => field ?? ProtectedPatterns.Embedded.Patterns; init; }

    /// <summary>Paths or names that fit a pattern and are known to hold no secret, besides the embedded ones.</summary>
    public IReadOnlyList<PathPattern> Allowed { get; init; } = [];

    /// <summary>The ignore files.</summary>
    public IReadOnlyList<IgnoreFile> IgnoreFiles { get => field ?? ProtectedPatterns.Embedded.IgnoreFiles; init; }

    /// <summary>The pattern that a file's path fits; null where it fits none or is known to hold no secret.</summary>
    public ProtectedPattern? Find(string path)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Matches(path))
            {
                return IsAllowed(pattern, path) ? null : pattern;
            }
        }

        return null;
    }

    private bool IsAllowed(ProtectedPattern pattern, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return PathPattern.AnyMatches(ProtectedPatterns.Embedded.Harmless, name)
            || pattern.Exceptions.Any(e => new PathPattern(e).Matches(name))
            || Allowed.Any(a => a.Matches(path) || (!a.Text.Contains('/', StringComparison.Ordinal) && a.Matches(name)));
    }
}

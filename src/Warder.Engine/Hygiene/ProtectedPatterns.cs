using System.Text.Json;
using Warder.Engine.Facts;

namespace Warder.Engine.Hygiene;

/// <summary>What is protected where the policy says nothing: <c>protected-patterns.json</c>.</summary>
public sealed class ProtectedPatterns
{
    private static readonly Lazy<ProtectedPatterns> Loaded = new(Load);

    private ProtectedPatterns(ProtectedPattern[] patterns, PathPattern[] harmless, IgnoreFile[] ignoreFiles)
    {
        Patterns = patterns;
        Harmless = harmless;
        IgnoreFiles = ignoreFiles;
    }

    /// <summary>The embedded data, read when first asked for.</summary>
    public static ProtectedPatterns Embedded => Loaded.Value;

    /// <summary>The patterns.</summary>
    public IReadOnlyList<ProtectedPattern> Patterns { get; }

    /// <summary>Names that fit a pattern and hold no secret.</summary>
    public IReadOnlyList<PathPattern> Harmless { get; }

    /// <summary>The ignore files.</summary>
    public IReadOnlyList<IgnoreFile> IgnoreFiles { get; }

    private static ProtectedPatterns Load()
    {
        using var document = FactFile.Open("protected-patterns.json");
        var root = document.RootElement;
        return new ProtectedPatterns(
            FactFile.Rows(root, "patterns", ReadPattern),
            FactFile.Rows(root, "harmless", row => new PathPattern(FactFile.Text(row, "pattern"))),
            FactFile.Rows(root, "ignoreFiles", ReadFile));
    }

    private static ProtectedPattern ReadPattern(JsonElement row) =>
        new(FactFile.Text(row, "pattern"), FactFile.Text(row, "what"), FactFile.Texts(row, "samples"), FactFile.Texts(row, "except"));

    private static IgnoreFile ReadFile(JsonElement row)
    {
        var path = FactFile.Text(row, "file");
        return new IgnoreFile(path, IgnoreFile.SyntaxOf(path), FactFile.Flag(row, "required"));
    }
}

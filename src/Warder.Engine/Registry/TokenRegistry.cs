using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>A registry file as read; unreadable parts are in <see cref="Problems"/>.</summary>
public sealed class TokenRegistry
{
    private Dictionary<string, TokenEntry>? _byName;

    /// <summary>Where a registry is looked for, in order.</summary>
    public static IReadOnlyList<string> DefaultPaths { get; } = [".codex/tokens/token_scope_map.yaml", ".warder/tokens.yaml"];

    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Whether it could be read as a mapping at all; where not, no rule that needs a registry speaks.</summary>
    public required bool IsReadable { get; init; }

    /// <summary>All entries in the order of the file: registered, deprecated and prohibited.</summary>
    public required IReadOnlyList<TokenEntry> Entries { get; init; }

    /// <summary>The lines of <c>hierarchy</c>.</summary>
    public IReadOnlyList<HierarchyLink> Hierarchy { get; init; } = [];

    /// <summary>The scalars of <c>compliance</c>.</summary>
    public IReadOnlyDictionary<string, RegistryField> Compliance { get; init; } = new Dictionary<string, RegistryField>(StringComparer.Ordinal);

    /// <summary>The scalars of <c>metadata</c>.</summary>
    public IReadOnlyDictionary<string, RegistryField> Metadata { get; init; } = new Dictionary<string, RegistryField>(StringComparer.Ordinal);

    /// <summary>What is wrong with its shape.</summary>
    public required IReadOnlyList<RegistryProblem> Problems { get; init; }

    /// <summary>The entry of a token; the first where it stands twice, a prohibited one before others.</summary>
    public TokenEntry? Find(string name) => (_byName ??= Index()).GetValueOrDefault(name.ToUpperInvariant());

    /// <summary>The entry of the token that a use refers to; null for all secrets and computed names.</summary>
    public TokenEntry? Find(TokenReference token) =>
        token.Kind is TokenKind.Secret or TokenKind.DefaultToken ? Find(token.Name) : null;

    private Dictionary<string, TokenEntry> Index()
    {
        var index = new Dictionary<string, TokenEntry>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            if (!index.TryAdd(entry.Name, entry) && entry.Status == TokenStatus.Prohibited)
            {
                index[entry.Name] = entry;
            }
        }

        return index;
    }
}

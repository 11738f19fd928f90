using System.Buffers;

namespace Warder.Pipelines.Scripts;

/// <summary>The names that a script or document is searched for.</summary>
public sealed class TokenNames
{
    private readonly HashSet<string> _names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;
    private readonly SearchValues<string> _search;

    /// <summary>Over a set of token names in upper case.</summary>
    public TokenNames(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        _byCharacters = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _search = SearchValues.Create([.. _names], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether this is one of the names.</summary>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether this is one of the names.</summary>
    public bool Contains(ReadOnlySpan<char> name) => _byCharacters.Contains(name);

    /// <summary>Whether any of the names stands anywhere in a text: a quick look before reading it.</summary>
    public bool MayContain(ReadOnlySpan<char> text) => text.ContainsAny(_search);
}

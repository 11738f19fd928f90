using System.Buffers;
using System.Text;

namespace Warder.Pipelines.Scripts;

/// <summary>The names that a script or document is searched for.</summary>
public sealed class TokenNames
{
    // So many passes for one ending each cost about as much as one pass for all of them.
    private const int MostPasses = 16;
    private readonly HashSet<string> _names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;

    // Each takes milliseconds to make for hundreds of names, while all wait; a repository without scripts needs none.
    private readonly Lazy<SearchValues<string>> _inAnyCase;
    private readonly Lazy<SearchValues<string>> _asWritten;
    private readonly Lazy<SearchValues<string>[]> _endings;
    private readonly Lazy<SearchValues<string>> _endingsInAnyCase;
    private readonly Lazy<byte[][]> _endingBytes;

    /// <summary>Over a set of token names in upper case.</summary>
    public TokenNames(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        _byCharacters = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _inAnyCase = new(() => SearchValues.Create([.. _names], StringComparison.OrdinalIgnoreCase));
        _asWritten = new(() => SearchValues.Create([.. _names], StringComparison.Ordinal));
        _endings = new(() => [.. Endings.Chunk(Endings.Count() > MostPasses ? int.MaxValue : 1).Select(e => SearchValues.Create(e, StringComparison.Ordinal))]);
        _endingsInAnyCase = new(() => SearchValues.Create([.. Endings], StringComparison.OrdinalIgnoreCase));
        _endingBytes = new(() => [.. Endings.Select(Encoding.ASCII.GetBytes)]);
        IsAscii = _names.All(n => Ascii.IsValid(n));
    }

    /// <summary>Whether the names are all in ASCII, which every encoding of a script writes alike.</summary>
    public bool IsAscii { get; }

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> All => field ??= [.. _names.Order(StringComparer.Ordinal)];

    /// <summary>Whether this is one of the names.</summary>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether this is one of the names.</summary>
    public bool Contains(ReadOnlySpan<char> name) => _byCharacters.Contains(name);

    /// <summary>Whether any of the names stands anywhere in a text, in any case: a quick look before reading it.</summary>
    public bool MayContain(ReadOnlySpan<char> text) => text.ContainsAny(_endingsInAnyCase.Value) && text.ContainsAny(_inAnyCase.Value);

    /// <summary>Whether any of the names stands in a script, in the case that its language asks for: quicker still.</summary>
    public bool MayContain(ReadOnlySpan<char> text, ScriptLanguage language) =>
        IgnoresCase(language)
            ? MayContain(text)
            : HasEnding(text) && text.ContainsAny(_asWritten.Value);

    /// <summary>Whether any of the names may stand in a script that is not decoded yet.</summary>
    public bool MayContainAtGlance(ReadOnlySpan<byte> bytes, ScriptLanguage language)
    {
        if (!IsAscii)
        {
            return true;
        }

        if (IgnoresCase(language))
        {
            return !Ascii.IsValid(bytes) || MayContainWidened(bytes, language);
        }

        if (_endingBytes.Value.Length > MostPasses)
        {
            return MayContainWidened(bytes, language);
        }

        foreach (var ending in _endingBytes.Value)
        {
            if (bytes.IndexOf(ending) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasEnding(ReadOnlySpan<char> text)
    {
        foreach (var ending in _endings.Value)
        {
            if (text.ContainsAny(ending))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayContainWidened(ReadOnlySpan<byte> bytes, ScriptLanguage language)
    {
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        var found = MayContain(characters.AsSpan(0, Encoding.Latin1.GetChars(bytes, characters)), language);
        ArrayPool<char>.Shared.Return(characters);
        return found;
    }

    /// <summary>The names that stand in a text as whole words, each once, in the order of the text.</summary>
    public IReadOnlyList<string> FindIn(ReadOnlySpan<char> text)
    {
        List<(int Start, string Name)>? found = null;
        foreach (var ending in _endings.Value)
        {
            AddAll(text, ending, ref found);
        }

        found?.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found is null ? [] : [.. found.DistinctBy(f => f.Name).Select(f => f.Name)];
    }

    private void AddAll(ReadOnlySpan<char> text, SearchValues<string> ending, ref List<(int Start, string Name)>? found)
    {
        for (var at = 0; text[at..].IndexOfAny(ending) is >= 0 and var next;)
        {
            var start = at + next;
            var end = start + 1;
            while (start > at && IsPart(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            if (_byCharacters.TryGetValue(text[start..end], out var name))
            {
                (found ??= []).Add((start, name));
            }

            at = end;
        }
    }

    private IEnumerable<string> Endings => _names.Select(EndingOf).Distinct(StringComparer.Ordinal);

    // Many names begin alike and with common letters; their few endings (_TOKEN, _KEY) are rare in most texts and quickly looked for.
    private static string EndingOf(string name) => name[Math.Max(0, name.LastIndexOf('_'))..];

    private static bool IgnoresCase(ScriptLanguage language) => ScriptLanguages.IgnoresCase(language) || language == ScriptLanguage.Dockerfile;

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}

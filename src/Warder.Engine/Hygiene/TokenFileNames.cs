using Warder.Engine.Facts;

namespace Warder.Engine.Hygiene;

/// <summary>Tells files that somebody put tokens aside in from code, documents and settings about tokens: <c>token-files.json</c>.</summary>
public sealed class TokenFileNames
{
    private static readonly Lazy<TokenFileNames> Loaded = new(Load);
    private readonly string[] _words;
    private readonly HashSet<string> _extensions;
    private readonly PathPattern[] _places;
    private readonly PathPattern[] _names;

    private TokenFileNames(string[] words, HashSet<string> extensions, PathPattern[] places, PathPattern[] names)
    {
        _words = words;
        _extensions = extensions;
        _places = places;
        _names = names;
    }

    /// <summary>The embedded data, read when first asked for.</summary>
    public static TokenFileNames Embedded => Loaded.Value;

    /// <summary>Whether a file is named after tokens, holds data by its name, and lies where none is expected.</summary>
    public bool IsStray(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        if (!HasWord(name))
        {
            return false;
        }

        var text = name.ToString();
        return _extensions.Contains(ExtensionOf(text))
            && !PathPattern.AnyMatches(_names, text.ToLowerInvariant())
            && !PathPattern.AnyMatches(_places, path);
    }

    // A word ends where the next begins: bot_token, BotToken and bot-token have it, tokenizer has not.
    private bool HasWord(ReadOnlySpan<char> name)
    {
        foreach (var word in _words)
        {
            for (var at = IndexOf(name, word, 0); at >= 0; at = IndexOf(name, word, at + 1))
            {
                var end = at + word.Length;
                var begins = at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
                var ends = end == name.Length || !char.IsLetter(name[end]) || (char.IsUpper(name[end]) && char.IsLower(name[end - 1]));
                if (begins && ends)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int IndexOf(ReadOnlySpan<char> name, string word, int from) =>
        name[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? from + at : -1;

    // .tokens has no extension, it is all name.
    private static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? "" : name[dot..].ToLowerInvariant();
    }

    private static TokenFileNames Load()
    {
        using var document = FactFile.Open("token-files.json");
        var root = document.RootElement;
        return new TokenFileNames(
            FactFile.Texts(root, "words"),
            FactFile.Texts(root, "extensions").ToHashSet(StringComparer.Ordinal),
            [.. FactFile.Texts(root, "places").Select(p => new PathPattern(p))],
            [.. FactFile.Texts(root, "names").Select(p => new PathPattern(p))]);
    }
}

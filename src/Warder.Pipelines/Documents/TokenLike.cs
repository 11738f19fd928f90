namespace Warder.Pipelines.Documents;

/// <summary>Tells names of tokens that nobody registered from other names in capitals.</summary>
internal static class TokenLike
{
    private static readonly string[] Endings = ["_TOKEN", "_PAT", "_KEY", "_SECRET", "_PASSWORD", "_CREDENTIALS"];
    private static readonly string[] Placeholders = ["YOUR_", "MY_", "SOME_", "EXAMPLE_", "TEST_", "FAKE_", "DUMMY_", "NEXT_", "MAX_", "NAME_OF_", "FOO_"];

    /// <summary>Whether a name in capitals, with a word in front of its ending, is that of a token.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => IsCapital(name) && HasEnding(name, Endings) && !IsPlaceholder(name);

    /// <summary>Whether the name can hardly mean anything but a token.</summary>
    public static bool IsCertain(ReadOnlySpan<char> name) => IsCapital(name) && HasEnding(name, Endings.AsSpan(0, 2)) && !IsPlaceholder(name);

    /// <summary>Whether the name stands for whatever the reader has, or is a tool's variable and no token's name.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> name)
    {
        foreach (var start in Placeholders)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return name.Length < 3 || name is "NAME" or "SECRET" or "SECRETS" or "TOKEN" or "SECRET_NAME" or "TOKEN_NAME" or "XXX"
            or "API_KEY" or "API_TOKEN" or "ACCESS_TOKEN" or "AUTH_TOKEN" or "PASSWORD" or "GH_TOKEN" or "NODE_AUTH_TOKEN";
    }

    private static bool IsCapital(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static bool HasEnding(ReadOnlySpan<char> name, ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

using Warder.Engine.Facts;
using Warder.Syntax;

namespace Warder.Engine.Hygiene;

/// <summary>An environment file: lines of <c>NAME=value</c>.</summary>
public static class EnvFile
{
    // No credential is as short as that; a number or a word is.
    private const int ShortestValue = 6;

    private static readonly string[] Stand = ["your", "changeme", "change-me", "change_me", "placeholder", "example", "dummy", "fake", "todo", "replace", "xxx", "test", "mock", "none", "null", "redacted", "insert"];

    /// <summary>Whether a path is that of an environment file: <c>.env</c>, <c>.env.local</c>, <c>production.env</c>.</summary>
    public static bool IsOne(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name is ".env" || name.StartsWith(".env.", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal);
    }

    /// <summary>The tokens that the file gives a value to, in the order of their lines.</summary>
    /// <param name="source">The file.</param>
    /// <param name="names">What names of secrets suggest.</param>
    /// <param name="isRegistered">Whether a name is that of a registered token.</param>
    public static IReadOnlyList<EnvToken> Read(SourceText source, SecretNames names, Func<string, bool> isRegistered)
    {
        var tokens = new List<EnvToken>();
        for (var number = 1; number <= source.Lines.LineCount; number++)
        {
            var line = source.Lines.GetLine(number);
            var text = source.GetText(line).AsSpan().TrimEnd("\r\n");
            var equals = text.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            var lead = text.Length - text.TrimStart().Length;
            var key = text[lead..equals].Trim();
            if (key.StartsWith("export ", StringComparison.Ordinal))
            {
                lead += key.Length - key[7..].TrimStart().Length;
                key = key[7..].Trim();
            }

            if (key.Length > 0 && key[0] != '#' && IsToken(key.ToString(), names, isRegistered))
            {
                tokens.Add(new EnvToken(key.ToString(), new TextSpan(line.Start + lead, key.Length), IsValue(key, text[(equals + 1)..])));
            }
        }

        return tokens;
    }

    private static bool IsToken(string key, SecretNames names, Func<string, bool> isRegistered) =>
        isRegistered(key) || (key.Contains("TOKEN", StringComparison.Ordinal) && names.Find(key) is not { IsSecret: false } && !IsSetting(key)) || names.Find(key) is { IsSecret: true };

    // TOKEN_EXPIRE_SECONDS says something about tokens and is none.
    private static bool IsSetting(string key) =>
        key.EndsWith("_SECONDS", StringComparison.Ordinal) || key.EndsWith("_MINUTES", StringComparison.Ordinal) || key.EndsWith("_HOURS", StringComparison.Ordinal)
        || key.EndsWith("_DAYS", StringComparison.Ordinal) || key.EndsWith("_TTL", StringComparison.Ordinal) || key.EndsWith("_URL", StringComparison.Ordinal)
        || key.EndsWith("_LIMIT", StringComparison.Ordinal) || key.EndsWith("_TOKENS", StringComparison.Ordinal) || key.EndsWith("_NAME", StringComparison.Ordinal)
        || key.EndsWith("_FILE", StringComparison.Ordinal) || key.EndsWith("_PATH", StringComparison.Ordinal) || key.EndsWith("_TYPE", StringComparison.Ordinal);

    /// <summary>Whether something stands there that may be a value, and no sign for one.</summary>
    private static bool IsValue(ReadOnlySpan<char> key, ReadOnlySpan<char> written)
    {
        var comment = written.IndexOf(" #", StringComparison.Ordinal);
        var value = (comment >= 0 ? written[..comment] : written).Trim().Trim('"').Trim('\'').Trim();
        if (value.Length < ShortestValue || value[0] is '<' or '$' or '{' or '#' or '*' || value is "true" or "false")
        {
            return false;
        }

        if (value.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme && !IsSecretAddress(key, value[(scheme + 3)..]))
        {
            return false;
        }

        foreach (var word in Stand)
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an address, its scheme cut off, holds a credential for something beyond this machine: a user's password, or a webhook's path.</summary>
    private static bool IsSecretAddress(ReadOnlySpan<char> key, ReadOnlySpan<char> address)
    {
        var slash = address.IndexOf('/');
        var authority = slash < 0 ? address : address[..slash];
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        var port = host.LastIndexOf(':');
        host = port < 0 ? host : host[..port];

        // A name without a dot is a container's or this machine's own.
        var isLocal = !host.Contains('.') || host is "127.0.0.1" or "0.0.0.0";
        return !isLocal && (at >= 0 || (slash >= 0 && key.Contains("WEBHOOK", StringComparison.Ordinal)));
    }
}

namespace Warder.Engine;

/// <summary>
/// A path or glob relative to the repository: <c>*</c>, <c>?</c> and <c>[abc]</c> within a segment, <c>**</c> across segments.
/// A pattern that ends in <c>/</c> stands for everything below that folder.
/// </summary>
public sealed class PathPattern
{
    private const int StackStates = 256;
    private Reading? _reading;

    /// <summary>Makes a pattern; <c>./</c> in front and <c>\</c> are normalised away.</summary>
    public PathPattern(string text) => Text = Normalise(text);

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Whether the text has no wildcard.</summary>
    public bool IsLiteral => Read.IsLiteral;

    // Of the many patterns that every run knows few are ever held against a path.
    private Reading Read => _reading ??= new Reading(Text);

    /// <summary>Whether a path (relative, with <c>/</c>) fits; compared with case.</summary>
    public bool Matches(string path)
    {
        var (tokens, prefix) = (Read.Tokens, Read.Prefix);
        if (Read.IsLiteral)
        {
            return prefix.Length > 0 && string.Equals(prefix, path, StringComparison.Ordinal);
        }

        return path.StartsWith(prefix, StringComparison.Ordinal)
            && Run(path.AsSpan(prefix.Length), tokens.AsSpan(prefix.Length));
    }

    /// <summary>Whether any of the patterns fits.</summary>
    public static bool AnyMatches(IReadOnlyList<PathPattern> patterns, string path)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Matches(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // All alternatives walk the path side by side: a hostile pattern costs pattern times path, never more.
    private static bool Run(ReadOnlySpan<char> path, ReadOnlySpan<PathToken> tokens)
    {
        var size = tokens.Length + 1;
        var states = size <= StackStates ? stackalloc bool[size] : new bool[size];
        var next = size <= StackStates ? stackalloc bool[size] : new bool[size];
        states.Clear();
        Enter(states, tokens, 0);
        foreach (var c in path)
        {
            next.Clear();
            Advance(states, next, tokens, c);
            if (next.IndexOf(true) < 0)
            {
                return false;
            }

            var spent = states;
            states = next;
            next = spent;
        }

        return states[tokens.Length];
    }

    private static void Advance(ReadOnlySpan<bool> states, Span<bool> next, ReadOnlySpan<PathToken> tokens, char c)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!states[i])
            {
                continue;
            }

            switch (tokens[i].Kind)
            {
                case PathTokenKind.Folders:
                    // Once inside a folder's name it can be left only behind a slash.
                    next[i] = true;
                    if (c == '/')
                    {
                        Enter(next, tokens, i + 1);
                    }

                    break;
                case PathTokenKind.Deep:
                    Enter(next, tokens, i);
                    break;
                case PathTokenKind.Star:
                    if (c != '/')
                    {
                        Enter(next, tokens, i);
                    }

                    break;
                default:
                    if (tokens[i].Fits(c))
                    {
                        Enter(next, tokens, i + 1);
                    }

                    break;
            }
        }
    }

    private static void Enter(Span<bool> states, ReadOnlySpan<PathToken> tokens, int at)
    {
        states[at] = true;
        while (at < tokens.Length && tokens[at].MayBeEmpty)
        {
            states[++at] = true;
        }
    }

    private static string Normalise(string text)
    {
        var path = text.Trim().Replace('\\', '/');
        while (true)
        {
            if (path.StartsWith("./", StringComparison.Ordinal))
            {
                path = path[2..];
            }
            else if (path.StartsWith('/'))
            {
                path = path[1..];
            }
            else if (path.Contains("/./", StringComparison.Ordinal))
            {
                path = path.Replace("/./", "/", StringComparison.Ordinal);
            }
            else if (path.Contains("//", StringComparison.Ordinal))
            {
                path = path.Replace("//", "/", StringComparison.Ordinal);
            }
            else
            {
                return path.EndsWith('/') ? path + "**" : path;
            }
        }
    }

    /// <summary>The text as it is matched.</summary>
    private sealed class Reading
    {
        public Reading(string text)
        {
            Tokens = PathToken.Read(text);
            var wildcard = Array.FindIndex(Tokens, t => t.Kind != PathTokenKind.Literal);
            IsLiteral = wildcard < 0;

            // A literal token is one character of the text, so those in front stand in both.
            Prefix = IsLiteral ? text : text[..wildcard];
        }

        public PathToken[] Tokens { get; }

        public string Prefix { get; }

        public bool IsLiteral { get; }
    }
}

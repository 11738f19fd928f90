using Warder.Syntax;

namespace Warder.Engine.Hygiene;

/// <summary>An ignore file of which only the lines are known: each is a pattern, and none takes another back.</summary>
public sealed class IgnoreLines
{
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);
    private readonly List<PathPattern> _globs = [];

    /// <summary>Reads a file.</summary>
    public IgnoreLines(SourceText source)
    {
        foreach (var line in source.Text.Split('\n'))
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or '!' || !_lines.Add(text))
            {
                continue;
            }

            if (text.AsSpan().ContainsAny('*', '?', '['))
            {
                _globs.Add(new PathPattern(text));
                if (!text.Contains('/', StringComparison.Ordinal))
                {
                    _globs.Add(new PathPattern("**/" + text));
                }
            }
        }
    }

    /// <summary>Whether a pattern stands there, or one that covers every path it fits as far as its probes tell.</summary>
    public bool Covers(ProtectedPattern pattern) =>
        _lines.Contains(pattern.Text)
        || _lines.Contains("**/" + pattern.Text)
        || pattern.Probes().All(probe => PathPattern.AnyMatches(_globs, probe));
}

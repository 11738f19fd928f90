using Warder.Syntax;

namespace Warder.Engine.Hygiene;

/// <summary>
/// A <c>.dockerignore</c> file, read as Docker's documentation of build contexts says: patterns from the root of the context,
/// <c>**</c> for any number of folders, comments with <c>#</c> in the first column, <c>!</c> for exceptions, and the last line that
/// fits decides. A pattern that fits a folder fits all that is in it.
/// </summary>
public sealed class DockerIgnore
{
    private readonly List<(PathPattern Pattern, bool IsException, string Text, int Line)> _lines = [];

    /// <summary>Reads a file.</summary>
    public DockerIgnore(SourceText source)
    {
        for (var line = 1; line <= source.Lines.LineCount; line++)
        {
            var raw = source.GetText(source.Lines.GetLine(line)).TrimEnd('\r', '\n');
            var text = raw.Trim();
            if (raw.StartsWith('#') || text.Length == 0)
            {
                continue;
            }

            var isException = text[0] == '!';
            var pattern = new PathPattern(text[(isException ? 1 : 0)..].Trim().TrimEnd('/'));
            if (pattern.Text.Length > 0)
            {
                _lines.Add((pattern, isException, text, line));
            }
        }
    }

    /// <summary>What the file says of a path.</summary>
    public IgnoreVerdict Ask(string path)
    {
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var (pattern, _, text, line) = _lines[i];
            if (FitsOrHolds(pattern, path))
            {
                return new IgnoreVerdict(IsKnown: true, ".dockerignore", line, text);
            }
        }

        return IgnoreVerdict.NotIgnored;
    }

    private static bool FitsOrHolds(PathPattern pattern, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (pattern.Matches(path[..end]))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Warder.Syntax.Shell;

/// <summary>Finds where a workflow's <c>${{ … }}</c> ends; remembers failures so that many of them stay linear.</summary>
internal sealed class ShellTemplateScanner(string text, int end)
{
    private bool _quotesFail;
    private bool _noneLeft;
    private int _beyond;

    internal long Steps { get; private set; }

    internal static bool StartsAt(string text, int at, int end) =>
        end - at > 3 && text[at] == '$' && text[at + 1] == '{' && text[at + 2] == '{';

    /// <summary>The offset behind the closing braces; -1 where there are none.</summary>
    internal int FindEnd(int start, int limit)
    {
        if (_noneLeft || (start < _beyond && _beyond > limit))
        {
            return -1;
        }

        var found = _quotesFail ? -1 : FindOutsideStrings(start + 3);
        if (found < 0)
        {
            _quotesFail = true;
            var length = text.AsSpan(start + 3, end - start - 3).IndexOf("}}", StringComparison.Ordinal);
            if (length < 0)
            {
                Steps += end - start;
                _noneLeft = true;
                return -1;
            }

            Steps += length;
            found = start + 3 + length + 2;
        }

        if (found <= limit)
        {
            return found;
        }

        _beyond = found;
        return -1;
    }

    private int FindOutsideStrings(int at)
    {
        var inString = false;
        for (; at < end; at++)
        {
            Steps++;
            if (text[at] == '\'')
            {
                inString = !inString;
            }
            else if (!inString && text[at] == '}' && at + 1 < end && text[at + 1] == '}')
            {
                return at + 2;
            }
        }

        return -1;
    }
}

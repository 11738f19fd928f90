using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Tells how a script of the Windows command processor reads a variable in the place of a pasted expression.</summary>
internal sealed class CommandPlaces(string text)
{
    public ScriptPlace Find(TextSpan span)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', Math.Max(span.Start - 1, 0)) + 1).TrimStart(" \t@");
        if (line.StartsWith("rem ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("::", StringComparison.Ordinal))
        {
            return ScriptPlace.None("it stands in a comment");
        }

        var isBeside = (span.Start > 0 && text[span.Start - 1] is '%' or '^') || (span.End < text.Length && text[span.End] == '%');
        return isBeside ? ScriptPlace.None("what stands beside it would change its meaning") : new ScriptPlace("%", "%");
    }
}

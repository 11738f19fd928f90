using Warder.Syntax;
using Warder.Syntax.PowerShell;

namespace Warder.Engine.Fixes;

/// <summary>Tells how a PowerShell script reads a variable in the place of a pasted expression.</summary>
internal sealed class PowerShellPlaces
{
    private readonly PowerShellScript _script;

    public PowerShellPlaces(string text) => _script = PowerShellParser.Parse(text);

    public ScriptPlace Find(TextSpan span)
    {
        var command = _script.Commands.Where(c => c.Words.Any(w => w.Span.Contains(span))).MinBy(c => c.Words.First(w => w.Span.Contains(span)).Span.Length);
        if (command is null || !_script.Templates.Contains(span))
        {
            return ScriptPlace.None("it stands in a comment, or where PowerShell reads no variable");
        }

        var word = command.Words.First(w => w.Span.Contains(span));
        return QuoteAt(word, span) switch
        {
            '"' => InString(span),
            ' ' when word.Span == span && word != command.Words[0] => new ScriptPlace("$env:", ""),
            ' ' => ScriptPlace.None("it is part of a word, or what it holds is run as a command"),
            _ => ScriptPlace.None("it stands in single quotes, where PowerShell reads no variable"),
        };
    }

    // Behind a bare name these would belong to it.
    private ScriptPlace InString(TextSpan span)
    {
        var next = span.End < _script.Text.Length ? _script.Text[span.End] : ' ';
        return span.Start > 0 && _script.Text[span.Start - 1] is '`' or '$' ? ScriptPlace.None("what stands before it would change its meaning")
            : char.IsLetterOrDigit(next) || next is '_' or ':' or '?' ? new ScriptPlace("${env:", "}")
            : new ScriptPlace("$env:", "");
    }

    /// <summary>The quote of the string that the word is; a blank where it is none, or not one as a whole.</summary>
    private static char QuoteAt(PowerShellWord word, TextSpan span)
    {
        var text = word.Text;
        var start = text.StartsWith('@') ? 1 : 0;
        if (text.Length <= start || text[start] is not ('"' or '\''))
        {
            return text.AsSpan(0, span.Start - word.Span.Start).ContainsAny('"', '\'') ? '\'' : ' ';
        }

        // A string that ends before the place, or an expression within it, is not followed.
        var before = text.AsSpan(start + 1, span.Start - word.Span.Start - start - 1);
        return text[start] == '"' && (before.Contains("$(", StringComparison.Ordinal) || (start == 0 && before.Contains('"'))) ? '\'' : text[start];
    }
}

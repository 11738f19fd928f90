using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Fixes;

/// <summary>Tells how a Bash or POSIX script reads a variable in the place of a pasted expression.</summary>
internal sealed class ShellPlaces
{
    private static readonly ScriptPlace Quoted = new("${", "}");
    private static readonly ScriptPlace Bare = new("\"${", "}\"") { JoinsWords = true };
    private readonly ShellScript _script;

    public ShellPlaces(string text) => _script = ShellParser.Parse(text);

    /// <summary>The programs and builtins that it runs; null among them for one whose name is computed.</summary>
    public IEnumerable<string?> Programs => _script.Commands.Where(c => c.Kind == ShellCommandKind.Simple).Select(ProgramOf).Where(p => p is not "");

    public ScriptPlace Find(TextSpan span)
    {
        if (_script.Problems.Count > 0)
        {
            return ScriptPlace.None("the script is not understood");
        }

        if (span.Start > 0 && _script.Text[span.Start - 1] is '\\' or '$')
        {
            return ScriptPlace.None("what stands before it would change its meaning");
        }

        if (_script.Commands.SelectMany(Words).SelectMany(w => w.Expansions).Any(e => e.Kind == ShellExpansionKind.CommandSubstitution && _script.Text[e.Span.Start] == '`' && e.Span.Contains(span)))
        {
            return ScriptPlace.None("it stands in backticks");
        }

        foreach (var command in _script.Commands)
        {
            foreach (var word in Words(command))
            {
                if (Holds(word.Expansions, span))
                {
                    return InWord(command, word, span);
                }
            }

            foreach (var document in command.Redirections.Select(r => r.HereDocument).OfType<ShellHereDocument>())
            {
                if (Holds(document.Expansions, span))
                {
                    return document.Expands ? Quoted : ScriptPlace.None("it stands in a here-document that the shell does not expand");
                }
            }
        }

        return ScriptPlace.None("it stands in a comment, or where the shell reads no variable");
    }

    private static bool Holds(IReadOnlyList<ShellExpansion> expansions, TextSpan span) =>
        expansions.Any(e => e.Kind == ShellExpansionKind.Template && e.Span == span);

    private static IEnumerable<ShellWord> Words(ShellCommand command) =>
        command.Words.Concat(command.Assignments.Select(a => a.Value).OfType<ShellWord>()).Concat(command.Redirections.Select(r => r.Target).OfType<ShellWord>());

    private static string? ProgramOf(ShellCommand command)
    {
        var at = CommandPrefix.Skip(command.Words);
        return at < command.Words.Count ? command.Words[at].Literal : command.Words.Count > 0 ? null : "";
    }

    private ScriptPlace InWord(ShellCommand command, ShellWord word, TextSpan span)
    {
        if (command.Kind == ShellCommandKind.Simple && command.Words.ElementAtOrDefault(CommandPrefix.Skip(command.Words)) == word)
        {
            return ScriptPlace.None("what it holds is run as a command");
        }

        var isPattern = command.Kind == ShellCommandKind.Test && _script.Text.AsSpan(command.Span.Start, command.Span.Length).Contains("=~", StringComparison.Ordinal);
        return QuoteAt(word, span.Start) switch
        {
            '"' => Quoted,
            '\'' => ScriptPlace.None("it stands in single quotes, where the shell reads no variable"),
            _ => isPattern ? ScriptPlace.None("it is a pattern") : Bare,
        };
    }

    /// <summary>The quote in which a place of a word stands; a blank for none.</summary>
    private char QuoteAt(ShellWord word, int end)
    {
        var (text, quote) = (_script.Text, ' ');
        for (var at = word.Span.Start; at < end; at++)
        {
            if (word.Expansions.FirstOrDefault(e => e.Span.Start == at && e.Span.End <= end) is { } inner)
            {
                at = inner.Span.End - 1;
            }
            else if (quote == ' ' && text[at] == '$' && text[at + 1] == '\'')
            {
                return '\'';
            }
            else if (text[at] == '\\' && quote != '\'')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                quote = ' ';
            }
            else if (quote == ' ' && text[at] is '"' or '\'')
            {
                quote = text[at];
            }
        }

        return quote;
    }
}

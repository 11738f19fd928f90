using System.Runtime.InteropServices;

namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private readonly List<ShellAssignment> _assignments = [];
    private readonly List<ShellRedirection> _redirections = [];

    private ShellCommand Begin(ShellCommandKind kind)
    {
        var command = new ShellCommand(kind, _parent, _nesting, _function) { PipedFrom = _pipeSource };
        _commands.Add(command);
        _current = command;
        if (kind == ShellCommandKind.Simple)
        {
            _pendingFunction = null;
            if (_awaitFrom >= 0)
            {
                for (var index = _awaitFrom; index < _outputs.Count; index++)
                {
                    _outputs[index].PipedInto = command;
                }

                _outputs.RemoveRange(_awaitFrom, _outputs.Count - _awaitFrom);
                _stageMark = Math.Min(_stageMark, _awaitFrom);
                _awaitFrom = -1;
            }

            _outputs.Add(command);
        }

        return command;
    }

    private void Finish(ShellCommand command, int start, int wordMark)
    {
        command.Span = TextSpan.FromBounds(start, TrimmedEnd(start));
        command.Words = Take(_words, wordMark);
        _current = null;
    }

    /// <summary>Where the last thing that was read ends, white space behind it left out.</summary>
    private int TrimmedEnd(int start)
    {
        var end = _pos;
        while (end > start && _text[end - 1] is ' ' or '\t' or '\n' or '\r')
        {
            end--;
        }

        return end;
    }

    private static T[] Take<T>(List<T> list, int mark)
    {
        if (list.Count == mark)
        {
            return [];
        }

        var taken = CollectionsMarshal.AsSpan(list)[mark..].ToArray();
        list.RemoveRange(mark, taken.Length);
        return taken;
    }

    private void ReadSimpleCommand()
    {
        var start = _pos;
        var command = Begin(ShellCommandKind.Simple);
        var (words, assignments, redirections) = (_words.Count, _assignments.Count, _redirections.Count);
        var declaration = default(ShellDeclaration);
        var end = start;
        while (true)
        {
            _steps++;
            SkipBlanks();
            if (_pos >= _end)
            {
                break;
            }

            if (!TryReadRedirection())
            {
                if (EndsWordAt(_pos) && !(Peek() is '<' or '>' && Peek(1) == '('))
                {
                    break;
                }

                if (_words.Count == words && !TryReadAssignment(ShellAssignmentKind.Plain))
                {
                    var first = ReadWord();
                    if (assignments == _assignments.Count && IsFunctionHead(first))
                    {
                        Undo(first);
                        return;
                    }

                    _words.Add(first);
                    declaration = ShellDeclaration.Of(first.Characters);
                }
                else if (_words.Count > words)
                {
                    ReadArgument(ref declaration);
                }
            }

            end = _pos;
        }

        if (end == start)
        {
            // Nothing here begins a word: step over it so that the list goes on.
            _pos = Math.Min(start + 1, _end);
            end = _pos;
        }

        Complete(command, start, end, words);
        if (_assignments.Count > assignments)
        {
            command.Assignments = Take(_assignments, assignments);
        }

        if (_redirections.Count > redirections)
        {
            command.Redirections = Take(_redirections, redirections);
        }
    }

    private void Complete(ShellCommand command, int start, int end, int words)
    {
        command.Span = TextSpan.FromBounds(start, end);
        var taken = Take(_words, words);
        command.Words = taken;
        if (taken.Length > 1)
        {
            ShellNames.Add(command, _assignments, _uses);
        }

        _current = null;
    }

    private bool IsFunctionHead(ShellWord word) =>
        !word.HasQuotes && word.IsLiteral && word.Span.Length > 0 && TryReadEmptyParens();

    private void Undo(ShellWord name)
    {
        _commands.RemoveAt(_commands.Count - 1);
        _outputs.RemoveAt(_outputs.Count - 1);
        _current = null;
        _pendingFunction = name.Text;
        SkipBlankLines();
    }

    private void ReadArgument(ref ShellDeclaration declaration)
    {
        if (declaration.IsDeclaration && TryReadAssignment(declaration.Kind))
        {
            _words.Add(AssignmentWord());
            return;
        }

        var word = ReadWord();
        _words.Add(word);
        if (declaration.IsDeclaration)
        {
            declaration = declaration.After(word, _assignments);
        }
    }

    private ShellWord AssignmentWord()
    {
        var assignment = _assignments[^1];
        return new ShellWord(_text, assignment.Span, assignment.Value?.HasQuotes ?? false, assignment.Value?.OwnExpansions ?? []);
    }

    private void ReadTrailingRedirections()
    {
        SkipBlanks();
        var start = _pos;
        if (Peek() is not ('<' or '>' or '&') && !char.IsAsciiDigit(Peek()))
        {
            return;
        }

        var mark = _redirections.Count;
        var before = _commands.Count;
        var command = Begin(ShellCommandKind.Redirection);
        var end = start;
        while (TryReadRedirection())
        {
            end = _pos;
            SkipBlanks();
        }

        _current = null;
        command.Span = TextSpan.FromBounds(start, end);
        command.Redirections = Take(_redirections, mark);
        if (command.Redirections.Count == 0)
        {
            _commands.RemoveRange(before, _commands.Count - before);
        }
    }
}

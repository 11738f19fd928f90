using Warder.Engine.Permissions.Values;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Commands;

/// <summary>The arrays of a script: <c>CMD=(gh issue edit)</c>, <c>CMD+=(--body "$B")</c>, and the words that <c>"${CMD[@]}"</c> stands for.</summary>
internal sealed class ShellArrays
{
    private const int MaxWords = 200;
    private readonly string _text;
    private readonly Func<ShellWord, CommandWord> _read;
    private readonly Func<string, CommandWord> _rest;
    private readonly Dictionary<string, (IReadOnlyList<CommandWord> Words, bool IsOpen)> _known = new(StringComparer.Ordinal);

    /// <param name="text">The script.</param>
    /// <param name="read">Tells what a word may hold.</param>
    /// <param name="rest">What stands for more words of an array than are known.</param>
    public ShellArrays(string text, Func<ShellWord, CommandWord> read, Func<string, CommandWord> rest)
    {
        _text = text;
        _read = read;
        _rest = rest;
    }

    /// <summary>Notes an assignment of an array; any other is nothing to it.</summary>
    public void Note(ShellAssignment assignment)
    {
        if (assignment.Value is not { } value || value.Characters is not ['(', .., ')'])
        {
            return;
        }

        var isKnown = _known.TryGetValue(assignment.Name, out var before);
        if (isKnown || assignment.IsAppend)
        {
            // Whether the branch runs that adds to it or sets it again, nobody knows.
            _known[assignment.Name] = (assignment.IsAppend && isKnown ? before.Words : [], true);
            return;
        }

        _known[assignment.Name] = ElementsOf(value) is { } words ? (words, false) : ([], true);
    }

    /// <summary>The words that a word stands for which is nothing but a whole array; null for any other, and for an array of which nothing is known.</summary>
    public IReadOnlyList<CommandWord>? Expand(ShellWord word)
    {
        if (_known.Count == 0
            || word.Expansions is not [{ Kind: ShellExpansionKind.Variable, Name: { } name, Operator: null, IsIndirect: false, IsLength: false, Index: { } index } expansion]
            || index.Text is not ("@" or "*")
            || word.Characters.Trim('"').Length != expansion.Span.Length
            || !_known.TryGetValue(name, out var array)
            || (array.IsOpen && array.Words.Count == 0))
        {
            return null;
        }

        return array.IsOpen ? [.. array.Words, _rest(name)] : array.Words;
    }

    /// <summary>The elements; null where they are written in a way that is not read.</summary>
    private List<CommandWord>? ElementsOf(ShellWord value)
    {
        var script = ShellParser.Parse(_text, TextSpan.FromBounds(value.Span.Start + 1, value.Span.End - 1));
        var words = new List<CommandWord>();
        foreach (var command in script.Commands)
        {
            if (command.Kind != ShellCommandKind.Simple || command.Assignments.Count > 0 || command.Redirections.Count > 0 || words.Count > MaxWords)
            {
                return null;
            }

            words.AddRange(command.Words.Select(_read));
        }

        return words;
    }
}

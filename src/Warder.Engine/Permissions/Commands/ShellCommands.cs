using System.Buffers;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Warder.Engine.Facts;
using Warder.Engine.Permissions.Proof;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Commands;

/// <summary>Resolves the commands of a shell script, one after another, with the variables that they set on the way.</summary>
internal sealed class ShellCommands
{
    private static readonly SearchValues<char> EndOfProgram = SearchValues.Create(" \t\r\n;|)`<>");
    private readonly StepProof _step;
    private readonly ShellVariables _variables;
    private readonly string _text;
    private readonly ShellArrays _arrays;

    public ShellCommands(StepProof step, ShellVariables variables, string text)
    {
        _step = step;
        _variables = variables;
        _text = text;
        _arrays = new ShellArrays(text, ReadWord, Rest);
    }

    /// <summary>The command with its words resolved; null for one that runs nothing.</summary>
    public CommandLine? Resolve(ShellCommand command)
    {
        if (command.Kind != ShellCommandKind.Simple)
        {
            return null;
        }

        foreach (var assignment in command.Assignments)
        {
            _arrays.Note(assignment);
        }

        var at = CommandPrefix.Skip(command.Words);
        if (at >= command.Words.Count)
        {
            foreach (var assignment in command.Assignments)
            {
                _variables.Set(assignment.Name, assignment.Value is { } value ? Read(value) : PossibleValue.Empty);
            }

            return null;
        }

        var words = new List<CommandWord>(command.Words.Count - at);
        for (var i = at; i < command.Words.Count; i++)
        {
            if (_arrays.Expand(command.Words[i]) is { } elements)
            {
                words.AddRange(elements);
            }
            else
            {
                words.Add(ReadWord(command.Words[i]));
            }
        }

        if (words.Count == 0)
        {
            return null;
        }

        IReadOnlyDictionary<string, PossibleValue> own = command.Assignments.Count == 0 ? ReadOnlyDictionary<string, PossibleValue>.Empty : Assign(command);
        // A program whose name is computed may be any.
        var all = CollectionsMarshal.AsSpan(words);
        var rest = ProgramName.Split(all, out var program) ?? all[1..].ToArray();
        return new CommandLine(program.Length == 0 ? ProgramName.Computed : program, rest, command.Span) { Assignments = own, Input = InputOf(command) };
    }

    private Dictionary<string, PossibleValue> Assign(ShellCommand command)
    {
        var own = new Dictionary<string, PossibleValue>(StringComparer.Ordinal);
        foreach (var assignment in command.Assignments)
        {
            own[assignment.Name] = assignment.Value is { } value ? Read(value) : PossibleValue.Empty;
            if (assignment.Kind != ShellAssignmentKind.Plain)
            {
                _variables.Set(assignment.Name, own[assignment.Name]);
            }
        }

        return own;
    }

    private CommandWord ReadWord(ShellWord word)
    {
        var value = Read(word);
        return new CommandWord(value, value.Text is null or "\u0001" && (!IsQuoted(word) || word.Text.Contains("[@]", StringComparison.Ordinal)));
    }

    /// <summary>What is added to an array somewhere: any words, with the tokens that it holds.</summary>
    private CommandWord Rest(string array) => new(PossibleValue.Join([PossibleValue.Opaque, _variables.Read(array)]), MayBeSeveral: true);

    /// <summary>What a word may hold.</summary>
    public PossibleValue Read(ShellWord word)
    {
        if (word.Literal is { } literal)
        {
            return PossibleValue.Of(literal);
        }

        var parts = new List<PossibleValue>();
        var at = word.Span.Start;
        foreach (var expansion in word.Expansions)
        {
            AddText(parts, at, expansion.Span.Start);
            parts.Add(Read(expansion));
            at = expansion.Span.End;
        }

        AddText(parts, at, word.Span.End);
        return parts.Count == 0 ? PossibleValue.Empty : PossibleValue.Join(parts);
    }

    // A quote within a substitution keeps nothing together outside of it.
    private bool IsQuoted(ShellWord word)
    {
        if (!word.HasQuotes)
        {
            return false;
        }

        var at = word.Span.Start;
        foreach (var expansion in word.Expansions)
        {
            if (HasQuote(at, expansion.Span.Start))
            {
                return true;
            }

            at = Math.Max(at, expansion.Span.End);
        }

        return HasQuote(at, word.Span.End);
    }

    private bool HasQuote(int start, int end) => start < end && _text.AsSpan(start, end - start).IndexOfAny('"', '\'', '\\') >= 0;

    private void AddText(List<PossibleValue> parts, int start, int end)
    {
        var written = start < end ? _text.AsSpan(start, end - start) : default;
        var text = written.IndexOfAny('"', '\'') < 0 ? written.ToString() : written.ToString().Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (text.Length > 0)
        {
            parts.Add(PossibleValue.Of(text));
        }
    }

    private PossibleValue Read(ShellExpansion expansion)
    {
        switch (expansion.Kind)
        {
            case ShellExpansionKind.Template:
                return ValueReader.Read(_text.Substring(expansion.Span.Start, expansion.Span.Length), _step.Scope, _step.Variables);
            case ShellExpansionKind.Variable when expansion is { Name: { } name, IsLength: false, IsIndirect: false }:
                var value = _variables.Read(name);
                return expansion.Operator switch
                {
                    null => value,
                    ":-" or "-" or ":=" or "=" when expansion.Default is { } other => _variables.Find(name) is null ? PossibleValue.Either(value, Read(other)) : value.WithFallback(Read(other)),
                    // A part of a token is still the token to whoever reads it; the text is not known any more.
                    _ => value.Tokens.Count > 0 ? value : PossibleValue.Opaque,
                };
            case ShellExpansionKind.CommandSubstitution:
                return Substituted(expansion);
            default:
                return PossibleValue.Opaque;
        }
    }

    /// <summary>What a substitution yields: a token that is only passed on within it, as by <c>echo</c> or <c>base64</c>.</summary>
    private PossibleValue Substituted(ShellExpansion expansion)
    {
        var text = _text.AsSpan(expansion.Span.Start, expansion.Span.Length);
        if (!PassesOn(text))
        {
            return PossibleValue.Opaque;
        }

        var parts = new List<PossibleValue> { PossibleValue.Opaque };
        foreach (var (name, value) in _variables.Holding())
        {
            if (text.Contains("$" + name, StringComparison.Ordinal) || text.Contains("${" + name, StringComparison.Ordinal))
            {
                parts.Add(value);
            }
        }

        foreach (var place in EmbeddedExpression.FindAll(text.ToString()))
        {
            parts.Add(ValueReader.Read(_text.Substring(expansion.Span.Start + place.Outer.Start, place.Outer.Length), _step.Scope, _step.Variables));
        }

        return PossibleValue.Join(parts);
    }

    /// <summary>Whether a substitution begins with a program that prints what it is given; what another answers to a token is not the token.</summary>
    private static bool PassesOn(ReadOnlySpan<char> substitution)
    {
        var content = substitution.TrimStart("$(` \t\r\n");
        var length = content.IndexOfAny(EndOfProgram);
        var program = length < 0 ? content : content[..length];
        // $(<file), $X, a function of the script.
        return CommandProof.TextTools.GetAlternateLookup<ReadOnlySpan<char>>().Contains(program) || program.IsEmpty || program.IndexOfAny('$', '{', '/') >= 0 || program.Contains('_');
    }

    private PossibleValue InputOf(ShellCommand command)
    {
        var input = PossibleValue.Empty;
        foreach (var redirection in command.Redirections)
        {
            if (redirection is { Operator: "<<<", Target: { } target })
            {
                input = Read(target);
            }
        }

        for (var from = command.PipedFrom; from is not null; from = from.PipedFrom)
        {
            foreach (var word in from.Words)
            {
                var value = Read(word);
                input = value.Tokens.Count > 0 || value.IsFromOutside ? value : input;
            }
        }

        return input;
    }
}

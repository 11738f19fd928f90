using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts.Shells;

/// <summary>The shell's ways to the environment: expansions, <c>printenv</c>, and variables handed on by name.</summary>
internal static class ShellReads
{
    public static void Find(ReadCollector collector, ShellScript script)
    {
        FindExpansions(collector, script);
        foreach (var command in script.Commands)
        {
            if (command.Assignments.Count > 0)
            {
                NoteWrites(collector, script, command);
            }

            if (command.Words.Count > 1)
            {
                FindNames(collector, command);
            }
        }
    }

    private static void FindExpansions(ReadCollector collector, ShellScript script)
    {
        // Where one variable stands for another, what is no token counts as well.
        var byStart = script.VariableUses.Any(u => u.Default is not null) ? new Dictionary<int, EnvironmentRead>() : null;
        List<(EnvironmentRead Read, ShellWord Default)>? defaults = null;
        foreach (var use in script.VariableUses)
        {
            if (use.Expansion is { IsIndirect: true } || !VariableSyntax.IsName(use.Name) || (byStart is null && !collector.IsToken(use.Name)))
            {
                continue;
            }

            var span = use.Expansion?.Argument is null ? use.Span : use.NameSpan;
            var read = collector.Add(use.Name, span, use.Command.Name is "[" or "test" ? null : use.Command.Name);
            byStart?.TryAdd(use.Span.Start, read);
            if (use.Default is { } other)
            {
                (defaults ??= []).Add((read, other));
            }
        }

        foreach (var (read, other) in defaults ?? [])
        {
            if (other.Expansions.Count > 0)
            {
                var first = other.Expansions[0];
                if (first.Span.Start - other.Span.Start <= 1 && byStart!.TryGetValue(first.Span.Start, out var next))
                {
                    read.FallBackTo(next);
                }
                else
                {
                    read.Rest = other.Span;
                }
            }
            else if (!string.IsNullOrEmpty(other.Literal))
            {
                read.Rest = other.Span;
                read.IsRestLiteral = true;
            }
        }
    }

    // Only a value given at the start of a line outside functions is certain to be there for what follows.
    private static void NoteWrites(ReadCollector collector, ShellScript script, ShellCommand command)
    {
        if (command.Nesting != ShellNesting.None || !IsLineStart(script.Text, command.Span.Start))
        {
            return;
        }

        foreach (var assignment in command.Assignments)
        {
            var isForOneCommand = assignment.Kind == ShellAssignmentKind.Plain && command.Words.Count > 0;
            var isGiven = assignment.Value is not null
                || assignment.Kind is ShellAssignmentKind.Read or ShellAssignmentKind.Unset or ShellAssignmentKind.Loop;
            if (!isForOneCommand && isGiven && !assignment.IsAppend && collector.IsToken(assignment.Name) && !RefersToItself(script, assignment))
            {
                collector.Own(assignment.Name, assignment.Span.End);
            }
        }
    }

    private static bool IsLineStart(string text, int at) => at == 0 || text[at - 1] is '\n' or '\r';

    private static bool RefersToItself(ShellScript script, ShellAssignment assignment)
    {
        foreach (var use in script.VariableUses)
        {
            if (string.Equals(use.Name, assignment.Name, StringComparison.Ordinal) && assignment.Span.Contains(use.NameSpan))
            {
                return true;
            }
        }

        return false;
    }

    private static void FindNames(ReadCollector collector, ShellCommand command)
    {
        if (command.Kind == ShellCommandKind.Test || command.Name is "[" or "test")
        {
            FindAfter(collector, command, "-v");
        }
        else if (command.Name is "grep" or "egrep" or "rg" && command.PipedFrom?.Name is "env" or "printenv")
        {
            FindSearched(collector, command);
        }
        else if (IsContainerTool(command))
        {
            FindPassed(collector, command);
        }
    }

    private static bool IsContainerTool(ShellCommand command) =>
        IsContainerTool(command.Name) || (command.Name is "sudo" && IsContainerTool(command.Words[1].Literal));

    private static bool IsContainerTool(string? name) =>
        name is "docker" or "podman" or "nerdctl" or "buildah" or "docker-compose" or "act" or "devcontainer";

    private static void FindAfter(ReadCollector collector, ShellCommand command, string option)
    {
        for (var i = 0; i + 1 < command.Words.Count; i++)
        {
            if (command.Words[i].Characters.SequenceEqual(option))
            {
                AddName(collector, command, command.Words[i + 1]);
            }
        }
    }

    private static void AddName(ReadCollector collector, ShellCommand command, ShellWord word)
    {
        if (word.Literal is { } name && VariableSyntax.IsName(name))
        {
            collector.Add(name, word.Span, command.Name);
        }
    }

    // env | grep ^X=
    private static void FindSearched(ReadCollector collector, ShellCommand command)
    {
        foreach (var word in command.Arguments)
        {
            var name = word.Literal?.Trim('^', '=', '$');
            if (name is not null && VariableSyntax.IsName(name) && collector.IsToken(name))
            {
                collector.Add(name, word.Span, command.Name);
            }
        }
    }

    // docker run -e X, docker build --build-arg X --secret id=x,env=X
    private static void FindPassed(ReadCollector collector, ShellCommand command)
    {
        for (var i = 1; i < command.Words.Count; i++)
        {
            var word = command.Words[i];
            if (word.Literal is not { } text)
            {
                continue;
            }

            if (text is "-e" or "--env" or "--build-arg" or "-s" && i + 1 < command.Words.Count)
            {
                AddName(collector, command, command.Words[i + 1]);
            }
            else if (text.StartsWith("--env=", StringComparison.Ordinal) || text.StartsWith("--build-arg=", StringComparison.Ordinal))
            {
                AddTail(collector, command, word, "=");
            }
            else if (text.StartsWith("id=", StringComparison.Ordinal))
            {
                AddTail(collector, command, word, ",env=");
            }
        }
    }

    private static void AddTail(ReadCollector collector, ShellCommand command, ShellWord word, string mark)
    {
        var found = word.Characters.IndexOf(mark, StringComparison.Ordinal);
        if (found < 0)
        {
            return;
        }

        var rest = word.Characters[(found + mark.Length)..];
        var end = VariableSyntax.End(rest, 0);
        if (end > 0 && (end == rest.Length || rest[end] is ',' or '"' or '\''))
        {
            collector.Add(rest[..end].ToString(), new TextSpan(word.Span.Start + found + mark.Length, end), command.Name);
        }
    }
}

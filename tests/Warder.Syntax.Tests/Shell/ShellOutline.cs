using System.Text;
using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

/// <summary>Writes what was parsed in one line, so that a table row can hold it.</summary>
internal static class ShellOutline
{
    internal static string Commands(string text)
    {
        var script = ShellParser.Parse(text);
        var indexes = script.Commands.Select((command, index) => (command, index)).ToDictionary(pair => pair.command, pair => pair.index);
        return string.Join(" ; ", script.Commands.Select(command => Command(command, indexes)));
    }

    internal static string Uses(string text) => string.Join(' ', ShellParser.Parse(text).VariableUses.Select(use =>
        use.Name + (use.Default is { } word ? "(" + word.Text + ")" : "")));

    internal static string Problems(string text) => string.Join(' ', ShellParser.Parse(text).Problems.Select(problem =>
        $"{problem.Kind}@{problem.Span.Start}"));

    private static string Command(ShellCommand command, Dictionary<ShellCommand, int> indexes)
    {
        var parts = new List<string>();
        if (command.Kind != ShellCommandKind.Simple)
        {
            parts.Add(command.Kind.ToString().ToUpperInvariant());
        }

        foreach (var assignment in command.Assignments)
        {
            parts.Add((assignment.Kind == ShellAssignmentKind.Plain ? "" : assignment.Kind + ":")
                + assignment.Name + (assignment.IsAppend ? "+" : "") + (assignment.Value is { } value ? "=" + value.Text : ""));
        }

        parts.AddRange(command.Words.Select(word => "<" + word.Text + ">"));
        foreach (var redirection in command.Redirections)
        {
            parts.Add(redirection.Descriptor + redirection.Operator + " " + (redirection.Target?.Text ?? "-"));
        }

        if (command.Parent is { } parent)
        {
            parts.Add("in#" + indexes[parent]);
        }

        if (command.PipedFrom is { } source)
        {
            parts.Add("from#" + indexes[source]);
        }

        if (command.PipedInto is { } sink)
        {
            parts.Add("into#" + indexes[sink]);
        }

        var letters = new StringBuilder();
        letters.Append(command.Nesting.HasFlag(ShellNesting.Subshell) ? "S" : "");
        letters.Append(command.Nesting.HasFlag(ShellNesting.CommandSubstitution) ? "C" : "");
        letters.Append(command.Nesting.HasFlag(ShellNesting.ProcessSubstitution) ? "P" : "");
        letters.Append(command.Nesting.HasFlag(ShellNesting.Function) ? "F(" + command.Function + ")" : "");
        if (letters.Length > 0)
        {
            parts.Add("~" + letters);
        }

        return string.Join(' ', parts);
    }
}

using Warder.Syntax.PowerShell;

namespace Warder.Pipelines.Scripts.Shells;

/// <summary>PowerShell's ways to the environment: <c>$env:X</c>, <c>[Environment]</c> and the drive <c>Env:</c>.</summary>
internal static class PowerShellReads
{
    public static void Find(ReadCollector collector)
    {
        var script = PowerShellParser.Parse(collector.Text);
        EnvironmentRead? last = null;
        foreach (var use in script.VariableUses)
        {
            if (use.Kind == PowerShellVariableKind.Script)
            {
                continue;
            }

            if (use.IsAssigned)
            {
                NoteWrite(collector, use);
                continue;
            }

            var read = collector.Add(use.Name, use.Span, CommandOf(use.Command));
            if (last is not null && IsFallback(collector.Text.AsSpan(last.Span.End, Math.Max(0, use.Span.Start - last.Span.End))))
            {
                last.FallBackTo(read);
            }

            last = read;
        }
    }

    private static bool IsFallback(ReadOnlySpan<char> between) => between.Length < 40 && between.Trim() is "??";

    private static void NoteWrite(ReadCollector collector, PowerShellVariableUse use)
    {
        if (use.Command.Parent is null && use.Command.Words is [{ Literal: not null } value] && value.Text is ['"' or '\'', ..])
        {
            collector.Own(use.Name, use.Span.End);
        }
    }

    private static string? CommandOf(PowerShellCommand command) =>
        command.Name is { Length: > 0 } name && char.IsAsciiLetter(name[0]) && command.Words[0].Text[0] is not ('"' or '\'') ? name : null;
}

using Warder.Engine.Facts;
using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Values;
using Warder.Syntax.PowerShell;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What the commands of a PowerShell script need, as far as they are programs that other shells run too.</summary>
internal static class PowerShellProof
{
    public static void Visit(StepProof step, YamlScalar body)
    {
        var variables = new ShellVariables(step);
        var text = body.Value;
        var proof = new CommandProof(step, variables, span => body.ToSourceSpan(span), text.Replace("$env:", "$", StringComparison.OrdinalIgnoreCase));
        foreach (var command in PowerShellParser.Parse(text).Commands)
        {
            CommandWord[] words = [.. command.Words.Select(w => new CommandWord(Read(step, variables, w)))];
            if (words.Length > 0 && ProgramName.Split(words, out var program) is { } rest && IsProgram(program))
            {
                proof.Visit(new CommandLine(program, rest, command.Span));
            }
        }
    }

    // A cmdlet is `Verb-Noun`; an expression starts with a sign.
    private static bool IsProgram(string name) => char.IsAsciiLetter(name[0]) && (!name.Contains('-', StringComparison.Ordinal) || name.StartsWith("Invoke-", StringComparison.OrdinalIgnoreCase)) && !IsKeyword(name);

    private static bool IsKeyword(string name) => name.ToLowerInvariant() is "if" or "else" or "elseif" or "foreach" or "for" or "while" or "switch" or "try" or "catch" or "finally" or "function" or "return" or "throw" or "param" or "exit" or "do" or "until" or "break" or "continue" or "in" or "trap" or "begin" or "process" or "end";

    private static PossibleValue Read(StepProof step, ShellVariables variables, PowerShellWord word)
    {
        if (word.Literal is { } literal)
        {
            return ValueReader.Read(literal, step.Scope, step.Variables);
        }

        var parts = new List<PossibleValue>();
        foreach (var (name, value) in variables.Holding())
        {
            if (word.Text.Contains("$env:" + name, StringComparison.OrdinalIgnoreCase) || word.Text.Contains("${env:" + name, StringComparison.OrdinalIgnoreCase))
            {
                parts.Add(value);
            }
        }

        var plain = ValueReader.Read(word.Text.Trim('"', '\''), step.Scope, step.Variables);
        parts.Add(plain.Tokens.Count > 0 ? plain : PossibleValue.Of(Holes(word.Text)));
        return PossibleValue.Join(parts);
    }

    private static string Holes(string text)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$')
            {
                if (text[i] is not ('"' or '\''))
                {
                    result.Append(text[i]);
                }

                continue;
            }

            result.Append(FactCondition.Hole);
            while (i + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[i + 1]) || text[i + 1] is '_' or ':' or '{' or '}'))
            {
                i++;
            }
        }

        return result.ToString();
    }
}

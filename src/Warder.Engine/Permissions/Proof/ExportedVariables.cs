using Warder.Engine.Permissions.Commands;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Notes variables that a script hands to later steps: <c>echo "X=$Y" &gt;&gt; "$GITHUB_ENV"</c>.</summary>
internal static class ExportedVariables
{
    public static void Note(StepProof step, ShellCommand command, ShellCommands commands)
    {
        if (command.Redirections.Count == 0 || !command.Redirections.Any(r => r.Target is { } target && target.Characters.Contains("GITHUB_ENV", StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var word in command.Words.Skip(1))
        {
            var value = commands.Read(word);
            var written = word.Text.Trim('"', '\'');
            var equals = written.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && (value.Tokens.Count > 0 || value.IsFromOutside))
            {
                step.Job.Export(written[..equals], value);
            }
        }
    }
}

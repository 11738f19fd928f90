namespace Warder.Engine.Permissions.Values;

/// <summary>Takes out of a script what it asks a server with a token: the answer is not the token.</summary>
internal static class AskedAnswers
{
    // gh auth prints the token; its other commands and these programs print what they were answered.
    private static readonly string[] Asking = ["curl", "wget", "gh api", "gh pr", "gh issue", "gh release", "gh run", "gh repo", "gh workflow", "gh search"];

    /// <summary>The script without the commands that ask, be they on a line of their own or in <c>$( )</c>.</summary>
    public static string TakenFrom(string script)
    {
        var lines = script.Replace("\\\r\n", " ", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Where(l => !Asks(l)).Select(TakeSubstitutions));
    }

    private static string TakeSubstitutions(string line)
    {
        for (var at = line.IndexOf("$(", StringComparison.Ordinal); at >= 0; at = at + 1 < line.Length ? line.IndexOf("$(", at + 1, StringComparison.Ordinal) : -1)
        {
            if (Asks(line.AsSpan(at + 2)))
            {
                line = line.Remove(at, LengthOf(line.AsSpan(at)));
                at--;
            }
        }

        return line;
    }

    private static bool Asks(ReadOnlySpan<char> command)
    {
        var trimmed = command.TrimStart();
        foreach (var program in Asking)
        {
            if (trimmed.StartsWith(program, StringComparison.Ordinal) && (trimmed.Length == program.Length || trimmed[program.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How long a substitution is, up to the parenthesis that closes it or the end of the line.</summary>
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var open = 0;
        for (var i = 1; i < text.Length; i++)
        {
            open += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}

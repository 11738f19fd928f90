namespace Warder.Syntax.Shell;

/// <summary>Variables that commands take by name.</summary>
internal static class ShellNames
{
    internal static bool IsName(ShellWord word)
    {
        var text = word.Characters;
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] == '_'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    internal static void Add(ShellCommand command, List<ShellAssignment> assignments, List<ShellVariableUse> uses)
    {
        switch (command.Words[0].Characters)
        {
            case "read":
                AddNames(command, ShellAssignmentKind.Read, "adinNptu", assignments);
                break;
            case "mapfile" or "readarray":
                AddNames(command, ShellAssignmentKind.Read, "dnOsuCc", assignments);
                break;
            case "unset" when !(command.Words[1].Characters is ['-', 'f', ..]):
                AddNames(command, ShellAssignmentKind.Unset, "", assignments);
                break;
            case "getopts" when command.Words.Count > 2:
                AddName(command.Words[2], ShellAssignmentKind.Read, assignments);
                break;
            case "printf" when command.Words.Count > 2 && command.Words[1].Characters is "-v":
                AddName(command.Words[2], ShellAssignmentKind.Read, assignments);
                break;
            case "printenv":
                AddUses(command, uses);
                break;
        }
    }

    private static void AddNames(ShellCommand command, ShellAssignmentKind kind, string withValue, List<ShellAssignment> assignments)
    {
        for (var index = 1; index < command.Words.Count; index++)
        {
            var word = command.Words[index];
            if (word.Characters is not ['-', _, ..])
            {
                AddName(word, kind, assignments);
                continue;
            }

            // Only the last letter of a cluster can have its value in the next word; "-a" names an array.
            var letter = word.Characters[^1];
            if (withValue.Contains(letter, StringComparison.Ordinal) && index + 1 < command.Words.Count)
            {
                index++;
                if (letter == 'a')
                {
                    AddName(command.Words[index], kind, assignments);
                }
            }
        }
    }

    private static void AddName(ShellWord word, ShellAssignmentKind kind, List<ShellAssignment> assignments)
    {
        if (IsName(word))
        {
            assignments.Add(new ShellAssignment(kind, word.Text, word.Span, word.Span, Value: null, IsAppend: false));
        }
    }

    private static void AddUses(ShellCommand command, List<ShellVariableUse> uses)
    {
        for (var index = 1; index < command.Words.Count; index++)
        {
            if (IsName(command.Words[index]))
            {
                var word = command.Words[index];
                uses.Add(new ShellVariableUse(word.Text, word.Span, word.Span, command, Expansion: null));
            }
        }
    }
}

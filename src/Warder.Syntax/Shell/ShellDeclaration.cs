namespace Warder.Syntax.Shell;

/// <summary>What is known of a declaring command (<c>export</c>, <c>declare</c> …) while its arguments are read.</summary>
internal readonly record struct ShellDeclaration(bool IsDeclaration, ShellAssignmentKind Kind)
{
    internal static ShellDeclaration Of(ReadOnlySpan<char> command) => command switch
    {
        "export" => new(IsDeclaration: true, ShellAssignmentKind.Export),
        "declare" or "typeset" or "local" or "readonly" => new(IsDeclaration: true, ShellAssignmentKind.Declare),
        _ => default,
    };

    /// <summary>Takes an argument that is no assignment: an option or a bare name.</summary>
    internal ShellDeclaration After(ShellWord word, List<ShellAssignment> assignments)
    {
        if (word.Characters is ['-' or '+', ..])
        {
            return word.Characters.IndexOfAny('f', 'F', 'p') >= 0 ? default
                : word.Characters[0] == '-' && word.Characters.Contains('x') ? this with { Kind = ShellAssignmentKind.Export }
                : this;
        }

        if (ShellNames.IsName(word))
        {
            assignments.Add(new ShellAssignment(Kind, word.Text, word.Span, word.Span, Value: null, IsAppend: false));
        }

        return this;
    }
}

namespace Warder.Syntax.Shell;

/// <summary>Reads Bash and POSIX shell scripts; any text gives a result, in time linear in its length.</summary>
public static class ShellParser
{
    /// <summary>Reads a whole text.</summary>
    public static ShellScript Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>Reads a range of a text; spans refer to the whole text.</summary>
    public static ShellScript Parse(string text, TextSpan range) => new ShellReader(text, range).Read();
}

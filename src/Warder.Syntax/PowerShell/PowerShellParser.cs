namespace Warder.Syntax.PowerShell;

/// <summary>Reads PowerShell, tolerantly and without its full grammar; any text gives a result, in linear time.</summary>
public static class PowerShellParser
{
    /// <summary>Reads a whole text.</summary>
    public static PowerShellScript Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>Reads a range of a text; spans refer to the whole text.</summary>
    public static PowerShellScript Parse(string text, TextSpan range) => new PowerShellReader(text, range).Read();
}

using System.IO.Enumeration;

namespace Warder.Engine.Facts;

/// <summary>A pattern of secret names: <c>*</c> stands for any characters, case counts for nothing.</summary>
public sealed class NamePattern
{
    private readonly bool _isLiteral;

    /// <summary>Makes a pattern.</summary>
    public NamePattern(string text)
    {
        Text = text;
        _isLiteral = !text.Contains('*', StringComparison.Ordinal);
        Weight = text.Length - text.Count(c => c == '*');
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>How many characters it fixes.</summary>
    public int Weight { get; }

    /// <summary>Whether it has no wildcard.</summary>
    public bool IsLiteral => _isLiteral;

    /// <summary>Whether a name fits.</summary>
    public bool Matches(string name) => _isLiteral
        ? string.Equals(Text, name, StringComparison.OrdinalIgnoreCase)
        : FileSystemName.MatchesSimpleExpression(Text, name, ignoreCase: true);
}

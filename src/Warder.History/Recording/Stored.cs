namespace Warder.History.Recording;

/// <summary>What a text must be so that every database takes it and gives it back the same.</summary>
internal static class Stored
{
    /// <summary>The text without zero characters, which PostgreSQL has not, and without halves of surrogate pairs, which UTF-8 has not.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return CleanSlowly(text);
            }
        }

        return text;
    }

    private static string CleanSlowly(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}

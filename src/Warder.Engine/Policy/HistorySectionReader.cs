using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the section <c>history</c> of a policy.</summary>
internal static class HistorySectionReader
{
    /// <summary>The environment variable that holds the connection string; null where none is named.</summary>
    public static string? ReadConnection(PolicyDraft draft, YamlMapping mapping)
    {
        string? variable = null;
        foreach (var (key, entry) in draft.Entries(mapping, "`history`", PolicyKeys.History))
        {
            if (draft.Text(entry.Value, $"history.{key}") is not { } text)
            {
                continue;
            }

            if (text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                variable = text;
            }
            else
            {
                draft.Invalid(entry.Value.Span, $"`history.{key}` must be the name of an environment variable", "A connection string may hold a password and does not belong in a file.");
            }
        }

        return variable;
    }
}

using System.Globalization;
using System.Text;

namespace Warder.Engine.Registry.Discovery;

/// <summary>Writes registry entries as people would: one category, guesses marked, what is to be filled in named.</summary>
internal static class RegistryText
{
    public const string Category = "discovered";
    private const int IndentWidth = 2;

    /// <summary>A whole registry file.</summary>
    public static string File(IReadOnlyList<DiscoveredToken> tokens, DateOnly today)
    {
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=token-registry.schema.json\n");
        text.Append(CultureInfo.InvariantCulture, $"# Token registry, drafted on {today:yyyy-MM-dd} from what the files of this repository use.\n");
        text.Append("# Guesses are marked as such. 'warder registry check' says what is still missing.\n\n");
        text.Append(Section(tokens));
        return text.ToString();
    }

    /// <summary>The category with its entries.</summary>
    public static string Section(IReadOnlyList<DiscoveredToken> tokens) =>
        tokens.Count == 0 ? $"{Category}: {{}}\n" : $"{Category}:\n{Entries(tokens, IndentWidth)}";

    /// <summary>Entries indented by so many columns.</summary>
    public static string Entries(IReadOnlyList<DiscoveredToken> tokens, int indent)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            AppendEntry(text, token, new string(' ', indent), new string(' ', indent + IndentWidth));
        }

        return text.ToString();
    }

    private static void AppendEntry(StringBuilder text, DiscoveredToken token, string outer, string inner)
    {
        text.Append(CultureInfo.InvariantCulture, $"{outer}{Scalar(token.Name.ToLowerInvariant())}:\n");
        if (!token.IsSecret)
        {
            text.Append(CultureInfo.InvariantCulture, $"{inner}# The name is that of an identifier: a plain variable could hold it.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{inner}# to fill in: bot_identity, purpose, owner, permissions\n");
        text.Append(CultureInfo.InvariantCulture, $"{inner}token: {Scalar(token.Name)}\n");
        AppendGuess(text, inner, "kind", token.Kind);
        AppendGuess(text, inner, "provider", token.Provider);
        AppendPaths(text, inner, "authorized_workflows", token.Workflows);
        AppendPaths(text, inner, "authorized_scripts", token.Scripts);
    }

    private static void AppendGuess(StringBuilder text, string indent, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}{key}: {value} # guessed from the name\n");
        }
    }

    private static void AppendPaths(StringBuilder text, string indent, string key, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}{key}:\n");
        foreach (var path in paths)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  - {Quoted(path)}\n");
        }
    }

    /// <summary>A name as it stands, or in quotes where YAML could read something else: a secret may be called <c>NO</c>.</summary>
    private static string Scalar(string name) =>
        name.Contains('_', StringComparison.Ordinal) && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : Quoted(name);

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c is < ' ' or (>= '\u007F' and <= '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append('"').ToString();
    }
}

using System.Buffers;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts.Calls;

/// <summary>Turns the words and folders of a step into paths relative to the repository.</summary>
public static class CallFolder
{
    private static readonly SearchValues<char> NotLiteral = SearchValues.Create("*?[]{}$`\"'<>|");

    /// <summary>A folder or file seen from a folder; null where it is unknown or lies outside the repository.</summary>
    public static string? Combine(string? folder, string path)
    {
        if (folder is null || path.Length == 0 || path[0] is '/' or '~' or '-' || path.AsSpan().ContainsAny(NotLiteral))
        {
            return null;
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The working directory of a step: relative to the repository, null where it is computed.</summary>
    public static string? OfWorkingDirectory(string? written) =>
        written is null ? "" : Combine("", WithoutWorkspace(written, out _).Replace('\\', '/'));

    /// <summary>The path that a word names; <paramref name="fromRoot"/> where it starts with the workspace.</summary>
    public static string? PathOf(ShellWord word, string? actionDirectory, out bool fromRoot)
    {
        fromRoot = false;
        if (word.Literal is { } literal)
        {
            return literal;
        }

        // The place of the repository itself, or of the action, may stand in front.
        var text = word.Text.Replace("\"", "", StringComparison.Ordinal);
        var rest = WithoutWorkspace(text, out fromRoot);
        if (!fromRoot && actionDirectory is not null)
        {
            var tail = Without(text, "GITHUB_ACTION_PATH", "github.action_path");
            fromRoot = tail is not null;
            rest = tail is null ? rest : actionDirectory.Length == 0 ? tail : actionDirectory + "/" + tail;
        }

        return fromRoot ? rest : null;
    }

    private static string WithoutWorkspace(string text, out bool found)
    {
        var rest = Without(text, "GITHUB_WORKSPACE", "github.workspace");
        found = rest is not null;
        return rest is null ? text : rest.Length == 0 ? "." : rest;
    }

    private static string? Without(string text, string variable, string expression)
    {
        if (!text.StartsWith('$'))
        {
            return null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var head = slash < 0 ? text : text[..slash];
        var name = head.Trim('$', '{', '}', ' ');
        var fits = string.Equals(name, variable, StringComparison.Ordinal) || string.Equals(name, expression, StringComparison.OrdinalIgnoreCase);
        return fits ? slash < 0 ? "" : text[(slash + 1)..] : null;
    }
}

using System.Text.Json;

namespace Warder.Engine.Exposure.Reach;

/// <summary>The contexts that name the code of a pull request or of the run that came before, from <c>stranger-code.json</c>.</summary>
internal static class StrangerCode
{
    private static readonly Lazy<(IReadOnlyList<(string Path, string[] Events)> Contexts, string[] Words)> Data = new(Load);

    /// <summary>Whether a path of names is one of them, or a part of one, in a run of this event.</summary>
    public static bool IsNamedBy(string path, string startedBy)
    {
        foreach (var (named, events) in Data.Value.Contexts)
        {
            if (path.StartsWith(named, StringComparison.OrdinalIgnoreCase) && (path.Length == named.Length || path[named.Length] == '.') && Array.IndexOf(events, startedBy) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a script asks the platform for such a name.</summary>
    public static bool IsAskedFor(string script) => Array.Exists(Data.Value.Words, w => IsWordOf(script, w));

    private static bool IsWordOf(string script, string word)
    {
        var at = script.IndexOf(word, StringComparison.Ordinal);
        while (at > 0 && char.IsAsciiLetterOrDigit(word[0]) && (char.IsAsciiLetterOrDigit(script[at - 1]) || script[at - 1] == '_'))
        {
            at = script.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return at >= 0;
    }

    private static (IReadOnlyList<(string Path, string[] Events)> Contexts, string[] Words) Load()
    {
        using var data = typeof(StrangerCode).Assembly.GetManifestResourceStream("stranger-code.json")!;
        using var document = JsonDocument.Parse(data);
        return (
            [.. document.RootElement.GetProperty("contexts").EnumerateArray().Select(r => (r.GetProperty("context").GetString()!, Texts(r.GetProperty("events"))))],
            Texts(document.RootElement.GetProperty("words")));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}

using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds scripts that name a token without reading it in a way that is understood: in a list that a loop looks up.</summary>
internal static class NamedInScripts
{
    private const int MaxScripts = 2_000;

    /// <summary>The first script that names each token; tokens that none names are left out.</summary>
    public static Dictionary<string, string> Find(Repository repository, IReadOnlyList<TokenEntry> tokens)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = 0;
        foreach (var path in repository.Files.Paths)
        {
            if (found.Count == tokens.Count || read == MaxScripts)
            {
                break;
            }

            if (ScriptLanguages.OfPath(path) is null || PathPattern.AnyMatches(repository.Policy.Ignore, path))
            {
                continue;
            }

            read++;
            if (repository.Files.Read(path).Source is { } source)
            {
                foreach (var token in tokens)
                {
                    if (Names(source.Text, token.WrittenName))
                    {
                        found.TryAdd(token.Name, path);
                    }
                }
            }
        }

        return found;
    }

    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsPart(text[at - 1])) && (end == text.Length || !IsPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}

using System.Text;

namespace Warder.Sessions.Suites;

/// <summary>Names for files, made from the names of suites: one for each, whatever stands in the name.</summary>
public static class SuiteKeys
{
    private const int Longest = 60;

    /// <summary>The key of each suite, in their order; no two are equal on any file system.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Suite> suites)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Running.SessionLog.Key };
        var keys = new List<string>(suites.Count);
        foreach (var suite in suites)
        {
            var plain = Plain(suite.Name);
            var key = plain;
            for (var number = 2; !taken.Add(key); number++)
            {
                key = $"{plain}-{number}";
            }

            keys.Add(key);
        }

        return keys;
    }

    private static string Plain(string name)
    {
        var key = new StringBuilder();
        foreach (var c in name)
        {
            if (key.Length == Longest)
            {
                break;
            }

            var isPlain = char.IsAsciiLetterOrDigit(c) || c is '_' or '.';
            if (isPlain && !(c == '.' && key.Length == 0))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        var text = key.ToString().TrimEnd('-', '.');
        return text.Length == 0 ? "suite" : text;
    }
}

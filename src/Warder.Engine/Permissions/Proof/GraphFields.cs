namespace Warder.Engine.Permissions.Proof;

/// <summary>Lists the names in a query of the graph that may be fields.</summary>
internal static class GraphFields
{
    public static IReadOnlyList<string> Find(string query)
    {
        var names = new List<string>();
        var at = 0;
        while (at < query.Length)
        {
            if (!char.IsAsciiLetter(query[at]) || (at > 0 && query[at - 1] is '$' or '"' or '\u0001'))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < query.Length && (char.IsAsciiLetterOrDigit(query[at]) || query[at] == '_'))
            {
                at++;
            }

            var name = query[start..at];
            // An argument or alias is followed by a colon.
            if ((at >= query.Length || query[at] != ':') && !names.Contains(name) && !IsOfConnection(name, query, at))
            {
                names.Add(name);
            }
        }

        return names;
    }

    // The field that finds objects by their ids has arguments; what a connection lists has none.
    private static bool IsOfConnection(string name, string query, int at)
    {
        if (name is not ("node" or "nodes"))
        {
            return false;
        }

        while (at < query.Length && char.IsWhiteSpace(query[at]))
        {
            at++;
        }

        return at >= query.Length || query[at] != '(';
    }
}

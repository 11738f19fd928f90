namespace Warder.Engine.Permissions.Proof;

/// <summary>Calls of the platform's client library in a text: <c>github.rest.issues.createComment(…)</c>.</summary>
internal sealed class ClientCalls
{
    // The context of a run has the same name as the client: `github.event.issue` is no call.
    private static readonly string[] Contexts = ["event", "context", "rest", "hook", "auth", "log", "payload", "ref", "sha", "repository", "actor", "workspace", "token"];
    private static readonly string[] Clients = ["github", "octokit"];

    private ClientCalls(IReadOnlyList<(string Group, string Operation, int Offset)> operations, IReadOnlyList<(string Route, int Offset)> requests, IReadOnlyList<(string Query, int Offset)> queries, bool handsOn)
    {
        Operations = operations;
        Requests = requests;
        Queries = queries;
        HandsOn = handsOn;
    }

    /// <summary>Operations by group and name.</summary>
    public IReadOnlyList<(string Group, string Operation, int Offset)> Operations { get; }

    /// <summary>Routes given as text: <c>POST /repos/{owner}/{repo}/issues</c>.</summary>
    public IReadOnlyList<(string Route, int Offset)> Requests { get; }

    /// <summary>Queries of the graph; the whole text where they are not written at the call.</summary>
    public IReadOnlyList<(string Query, int Offset)> Queries { get; }

    /// <summary>Whether the client is handed to code elsewhere.</summary>
    public bool HandsOn { get; }

    /// <summary>How many calls are seen.</summary>
    public int Count => Operations.Count + Requests.Count + Queries.Count;

    public static ClientCalls Find(string text)
    {
        var operations = new List<(string, string, int)>();
        var requests = new List<(string, int)>();
        var queries = new List<(string, int)>();
        var handsOn = false;
        var at = 0;
        while (at < text.Length)
        {
            if (!IsStart(text, at))
            {
                at++;
                continue;
            }

            var start = at;
            var chain = ReadChain(text, ref at);
            if (chain.Count == 1)
            {
                handsOn |= chain[0] is "github" or "octokit" && IsHandedOn(text, start, at);
                continue;
            }

            var client = chain.LastIndexOf("rest");
            client = client > 0 ? client : chain.FindIndex(p => Array.IndexOf(Clients, p) >= 0);
            if (client < 0)
            {
                continue;
            }

            var rest = chain[(client + 1)..];
            if (IsComputed(text, at) && (rest.Count == 0 ? chain[client] == "rest" : rest.Count == 1 && Array.IndexOf(Contexts, rest[0]) < 0))
            {
                // `github.rest.issues[method](…)`: which operation it is, no file says.
                requests.Add(("", start));
                continue;
            }

            if (rest.Count == 0)
            {
                continue;
            }

            if (rest[0] is "request" or "paginate" or "graphql")
            {
                Note(text, rest[0], at, start, requests, queries);
            }
            else if (rest.Count >= 2 && Array.IndexOf(Contexts, rest[0]) < 0)
            {
                operations.Add((rest[0], rest[1], start));
            }
        }

        return new ClientCalls(operations, requests, queries, handsOn);
    }

    private static void Note(string text, string call, int at, int start, List<(string, int)> requests, List<(string, int)> queries)
    {
        if (call == "graphql")
        {
            queries.Add((text, start));
            return;
        }

        var rest = text.AsSpan(at).TrimStart("( \n\r\t");
        if (rest.Length > 0 && rest[0] is '\'' or '"' or '`')
        {
            var end = rest[1..].IndexOf(rest[0]);
            requests.Add((end < 0 ? "" : rest.Slice(1, end).ToString(), start));
        }
        else if (call == "request")
        {
            requests.Add(("", start));
        }
    }

    /// <summary>Whether a member follows whose name is computed.</summary>
    private static bool IsComputed(string text, int at) => text.AsSpan(at).TrimStart() is ['[', not ('\'' or '"'), ..];

    private static bool IsStart(string text, int at) =>
        (char.IsAsciiLetter(text[at]) || text[at] is '_' or '$') && (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '$' or '.'));

    private static List<string> ReadChain(string text, ref int at)
    {
        var chain = new List<string>();
        while (true)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '$'))
            {
                at++;
            }

            chain.Add(text[start..at]);
            var next = at;
            while (next < text.Length && (char.IsWhiteSpace(text[next]) || text[next] == '?'))
            {
                next++;
            }

            if (next + 1 >= text.Length || text[next] != '.' || !(char.IsAsciiLetter(text[next + 1]) || text[next + 1] == '_'))
            {
                return chain;
            }

            at = next + 1;
        }
    }

    /// <summary>Whether the bare name is an argument or a property: <c>run({ github, context })</c>.</summary>
    private static bool IsHandedOn(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        var isBetween = before.Length > 0 && before[^1] is '(' or '{' or ',' or ':' && after.Length > 0 && after[0] is ')' or '}' or ',';
        return isBetween;
    }
}

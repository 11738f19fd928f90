using Warder.Engine.Facts;
using Warder.Engine.Permissions.Commands;

namespace Warder.Engine.Permissions.Proof;

/// <summary>A request to the platform's API that a command makes.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Path">The path without its host; null for the graph.</param>
/// <param name="Query">The query of the graph; null for a path.</param>
internal sealed record ApiRequest(string Method, string? Path, string? Query)
{
    private static readonly string[] Hosts = ["https://api.github.com/", "http://api.github.com/", "api.github.com/", "https://uploads.github.com/"];
    private static readonly string[] Clients = ["curl", "wget", "http", "https", "Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr"];

    /// <summary>The request of a command; null for one that makes none.</summary>
    public static ApiRequest? Of(CommandLine line)
    {
        if (line.Program == "gh" && line.Verb == "api")
        {
            return OfCli(line);
        }

        return Array.IndexOf(Clients, line.Program) >= 0 ? OfClient(line) : null;
    }

    private static ApiRequest? OfCli(CommandLine line)
    {
        var endpoint = Endpoint(line);
        if (endpoint is null)
        {
            return null;
        }

        if (endpoint.Trim('/') == "graphql")
        {
            return new ApiRequest("POST", Path: null, string.Join('\n', line.Words.Select(w => w.Text)));
        }

        var method = line.Option(["--method", "-X"]);
        var sends = line.Has("-f", "-F", "--field", "--raw-field", "--input");
        return new ApiRequest(method.Length > 0 ? method.ToUpperInvariant() : sends ? "POST" : "GET", WithoutHost(endpoint), Query: null);
    }

    /// <summary>The endpoint is the first word that is neither option nor the value of one.</summary>
    private static string? Endpoint(CommandLine line)
    {
        var isBehindApi = false;
        for (var i = 0; i < line.Words.Length; i++)
        {
            var word = line.Words[i];
            if (word.IsOption)
            {
                i += word.Text.Contains('=', StringComparison.Ordinal) || word.Text is "--paginate" or "--slurp" or "--silent" or "--include" or "-i" or "--verbose" ? 0 : 1;
            }
            else if (!isBehindApi)
            {
                isBehindApi = word.Text == "api";
            }
            else
            {
                return word.Text;
            }
        }

        return null;
    }

    private static ApiRequest? OfClient(CommandLine line)
    {
        foreach (var word in line.Words)
        {
            var text = word.Text;
            if (!Array.Exists(Hosts, h => text.StartsWith(h, StringComparison.OrdinalIgnoreCase)) && !text.StartsWith("\u0001/repos/", StringComparison.Ordinal))
            {
                continue;
            }

            var path = WithoutHost(text);
            var written = line.Option(["-X", "--request", "-Method", "--method"]);
            if (written.Length == 0)
            {
                written = line.Words.FirstOrDefault(w => w.Text.StartsWith("-X", StringComparison.Ordinal) && w.Text.Length > 2).Value?.Text?[2..] ?? "";
            }

            var sends = line.Has("-d", "--data", "--data-raw", "--data-binary", "--json", "-F", "--form", "-Body", "--post-data");
            var method = written.Length > 0 ? written.ToUpperInvariant() : line.Has("-T", "--upload-file") ? "PUT" : sends ? "POST" : "GET";
            return path.Trim('/') == "graphql" ? new ApiRequest("POST", Path: null, string.Join('\n', line.Words.Select(w => w.Text))) : new ApiRequest(method == "HEAD" ? "GET" : method, path, Query: null);
        }

        return null;
    }

    private static string WithoutHost(string text)
    {
        foreach (var host in Hosts)
        {
            if (text.StartsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                return text[host.Length..];
            }
        }

        return text.StartsWith($"{FactCondition.Hole}/repos/", StringComparison.Ordinal) ? text[2..] : text;
    }
}

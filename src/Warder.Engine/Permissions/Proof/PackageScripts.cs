using System.Runtime.CompilerServices;
using System.Text.Json;
using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Commands;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Finds the scripts of the repository's <c>package.json</c> that a command runs.</summary>
internal static class PackageScripts
{
    private const string Manifest = "package.json";
    private static readonly ConditionalWeakTable<Repository, Dictionary<string, string>> Manifests = [];
    private static readonly string[] OwnVerbs = ["install", "i", "ci", "add", "publish", "config", "exec", "dlx", "version", "pack", "link", "cache", "audit", "login", "whoami", "set", "up", "update", "npm", "init"];

    /// <summary>The script; null where the command runs none that the root's manifest has.</summary>
    public static PackageScript? Find(Repository repository, CommandLine line)
    {
        if (line.Program is not ("npm" or "pnpm" or "yarn" or "bun") || line.Has("--prefix", "-C", "--dir", "--cwd", "--filter", "-w", "--workspace", "-r", "--recursive"))
        {
            return null;
        }

        var name = line.Verb switch
        {
            "run" or "run-script" => line.Positional(1),
            "test" or "start" => line.Verb,
            { } verb when line.Program != "npm" && Array.IndexOf(OwnVerbs, verb) < 0 => verb,
            _ => null,
        };
        return name is not null && Script(repository, name) is { } text ? new PackageScript(text, Folder: null) : null;
    }

    private static string? Script(Repository repository, string name) => Manifests.GetValue(repository, Read).GetValueOrDefault(name);

    private static Dictionary<string, string> Read(Repository repository)
    {
        var scripts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (repository.LocalScripts.Text(Manifest) is not { } text)
        {
            return scripts;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("scripts", out var written)
                && written.ValueKind == JsonValueKind.Object)
            {
                foreach (var script in written.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.String))
                {
                    scripts[script.Name] = script.Value.GetString()!;
                }
            }
        }
        catch (JsonException)
        {
            // A broken manifest runs nothing.
        }

        return scripts;
    }
}

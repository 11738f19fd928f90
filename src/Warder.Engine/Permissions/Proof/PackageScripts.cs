using System.Text.Json;
using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Commands;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Finds the scripts of the repository's <c>package.json</c> that a command runs.</summary>
internal static class PackageScripts
{
    private const string Manifest = "package.json";
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

    private static string? Script(Repository repository, string name)
    {
        if (!repository.Files.Exists(Manifest) || repository.Files.Read(Manifest).Source is not { } source)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(source.Text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("scripts", out var scripts)
                && scripts.ValueKind == JsonValueKind.Object
                && scripts.TryGetProperty(name, out var script)
                ? script.GetString()
                : null;
        }
        catch (JsonException)
        {
            // A broken manifest runs nothing.
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Warder.Cli.Tests.Artifacts;

/// <summary>A repository whose tests are the suites of its policy.</summary>
internal sealed class SessionShop : IDisposable
{
    public SessionShop(string suites)
    {
        Folder = new TempFolder().With(".warder.yml", $"version: 1\nartifacts:\n  suites:\n{suites}\n");
        WarderProcess.Shell(Folder.Root, "git init -q && git -c user.name=t -c user.email=t@localhost commit -q --allow-empty -m first").Ends(0);
    }

    public TempFolder Folder { get; }

    public string Root => Folder.Root;

    /// <summary>A suite of one shell line.</summary>
    public static string Line(string name, string line, string more = "") => $"    - {{name: {name}, command: {JsonSerializer.Serialize(line)}{more}}}";

    public Ran Run(params string[] arguments) => WarderProcess.Run(Root, ["artifacts", .. arguments]);

    /// <summary>The results of the session that ran last.</summary>
    public JsonDocument Results() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Only("logs/test-results", "test_results_*"), "test-results.json")));

    /// <summary>The one entry of a folder that has this pattern.</summary>
    public string Only(string folder, string pattern) => Directory.EnumerateFileSystemEntries(Folder[folder], pattern).ShouldHaveSingleItem();

    /// <summary>The names of what lies in a folder, the ignore file left out.</summary>
    public IReadOnlyList<string> Names(string folder) =>
        Directory.Exists(Folder[folder]) ? [.. Directory.EnumerateFileSystemEntries(Folder[folder]).Select(e => Path.GetFileName(e)!).Where(n => n != ".gitignore").Order(StringComparer.Ordinal)] : [];

    /// <summary>The captured output of a suite.</summary>
    public string Log(string key) => File.ReadAllText(Only("logs", $"test_session_*_{key}.log"));

    /// <summary>What is in the one archive.</summary>
    public string Archived() => WarderProcess.Shell(Root, "tar tzf logs/archive/test_artifacts_*.tar.gz").Ends(0).Out;

    /// <summary>Whether a process runs whose command line holds a text.</summary>
    public static bool Runs(string mark) => Directory.EnumerateDirectories("/proc").Any(p =>
    {
        try
        {
            return int.TryParse(Path.GetFileName(p), out _) && File.ReadAllText(p + "/cmdline").Contains(mark, StringComparison.Ordinal) && !File.ReadAllText(p + "/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    /// <summary>Starts the program and does not wait.</summary>
    public Process Start(params string[] arguments) => WarderProcess.Start(Root, ["artifacts", .. arguments]);

    /// <summary>Waits until something is so.</summary>
    public static void Await(Func<bool> isSo, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException(what);
            }

            Thread.Sleep(2);
        }
    }

    public void Dispose()
    {
        WarderProcess.Shell(Folder.Base, "chmod -R u+rwX . 2>/dev/null; true");
        Folder.Dispose();
    }
}

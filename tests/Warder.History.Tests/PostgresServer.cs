using System.Diagnostics;

namespace Warder.History.Tests;

/// <summary>A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, ended with the tests. Needs Debian's package postgresql.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Account = "postgres";
    private readonly string _folder;
    private readonly string? _programs;

    public PostgresServer()
    {
        _programs = Programs();
        _folder = Directory.CreateTempSubdirectory("warder-pg-").FullName;
        if (_programs is null)
        {
            return;
        }

        if (Environment.UserName == "root")
        {
            Run("chown", Account, _folder);
        }

        RunProgram("initdb", "-D", _folder + "/data", "-U", "warder", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8");
        RunProgram("pg_ctl", "-D", _folder + "/data", "-w", "-l", _folder + "/log", "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off", "start");
    }

    /// <summary>The connection string of a database of the server.</summary>
    public string Connection
    {
        get
        {
            Assert.SkipWhen(_programs is null, "PostgreSQL is not installed.");
            return $"Host={_folder};Username=warder;Database=postgres";
        }
    }

    public void Dispose()
    {
        if (_programs is not null)
        {
            RunProgram("pg_ctl", "-D", _folder + "/data", "-w", "-m", "immediate", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => d + "/bin").LastOrDefault(d => File.Exists(d + "/initdb"))
            : null;

    private void RunProgram(string name, params string[] arguments)
    {
        // The server refuses to run as root.
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", Account, "--", $"{_programs}/{name}", .. arguments]);
        }
        else
        {
            Run($"{_programs}/{name}", arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }
}

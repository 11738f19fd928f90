using System.Diagnostics;
using System.Text;

namespace Warder.Cli.Tests;

/// <summary>
/// Runs the program as a user does, in a process of its own: the executable that <c>WARDER_EXE</c> names, else the built assembly.
/// </summary>
internal static class WarderProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string? Executable = Environment.GetEnvironmentVariable("WARDER_EXE") is { Length: > 0 } given ? Path.GetFullPath(given) : null;
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "warder.dll");

    /// <summary>Runs in a folder and waits for the end.</summary>
    public static Ran Run(string folder, params string[] arguments) => Run(folder, input: null, environment: null, arguments);

    /// <summary>Runs in a folder with standard input and environment variables of the test's choice.</summary>
    public static Ran Run(string folder, byte[]? input, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = StartOf(folder, environment);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Finish(start, input, $"warder {string.Join(' ', arguments)}");
    }

    /// <summary>Starts in a folder and does not wait.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        var start = StartOf(folder, environment: null);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (OperatingSystem.IsLinux())
        {
            // Tests that run in the background inherit that an interruption is ignored, and so would the program; the number stays the same.
            start.ArgumentList.Insert(0, start.FileName);
            start.ArgumentList.Insert(0, "--default-signal=INT,TERM,QUIT");
            start.FileName = "env";
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs a shell command in which <c>warder</c> stands for the program, and <c>"${program[@]}"</c> for its own process.</summary>
    public static Ran Shell(string folder, string script)
    {
        var start = StartOf(folder, environment: null);
        var program = Executable is null ? $"'{start.FileName}' '{Assembly}'" : $"'{Executable}'";
        start.FileName = "bash";
        start.ArgumentList.Clear();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"program=({program})\nwarder() {{ \"${{program[@]}}\" \"$@\"; }}\n{script}");
        return Finish(start, input: null, script);
    }

    private static ProcessStartInfo StartOf(string folder, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Executable ?? Environment.ProcessPath ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (Executable is null)
        {
            start.FileName = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
            start.ArgumentList.Add(Assembly);
        }

        foreach (var variable in new[] { "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE" })
        {
            start.Environment.Remove(variable);
        }

        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LANG"] = "C.UTF-8";

        // Nothing is kept in the home of whoever runs the tests.
        if (environment?.ContainsKey("HOME") == true)
        {
            start.Environment.Remove("WARDER_CACHE_DIR");
            start.Environment.Remove("XDG_CACHE_HOME");
        }
        else
        {
            start.Environment["WARDER_CACHE_DIR"] = "";
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static Ran Finish(ProcessStartInfo start, byte[]? input, string what)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading what it was given; its status says whether that was right.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{what}' did not end within {Patience.TotalSeconds} seconds.");
        }

        process.WaitForExit();
        return new Ran(what, process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}

using System.ComponentModel;
using System.Diagnostics;
using Warder.Testing;

namespace Warder.Peers.Tests;

/// <summary>Asks the independent readings in <c>tests/peers</c>, which run on Node.</summary>
internal static class Peer
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "peers");

    /// <summary>Runs a script and gives its lines; a script that cannot run or fails is a failed test that says why.</summary>
    public static IReadOnlyList<string> Ask(string script, string input, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            throw new InvalidOperationException("The peers are not installed: run ./test.sh, or npm ci --prefix tests/peers");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{script} ended with status {process.ExitCode}:\n{output.Result}\n{error.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("The peers need Node 20 or newer on the path: " + missing.Message, missing);
        }
    }
}

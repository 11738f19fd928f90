namespace Warder.Cli.Sessions;

/// <summary>Commands that set variables in a shell; no value can become more than a value.</summary>
internal static class ShellExport
{
    private const string Path = "PATH";

    /// <summary>The commands.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<KeyValuePair<string, string>> variables, bool isPowerShell)
    {
        foreach (var (name, value) in variables)
        {
            yield return isPowerShell ? $"$env:{name} = {ForPowerShell(value)}" : $"export {name}={ForShell(value)}";
        }

        if (variables.FirstOrDefault(v => v.Key == "VIRTUAL_ENV").Value is { } folder)
        {
            var programs = System.IO.Path.Join(folder, OperatingSystem.IsWindows() ? "Scripts" : "bin");
            yield return isPowerShell
                ? $"$env:{Path} = {ForPowerShell(programs)} + [IO.Path]::PathSeparator + $env:{Path}"
                : $"export {Path}={ForShell(programs)}:\"${Path}\"";
        }
    }

    private static string ForShell(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>PowerShell takes four signs for a single quote.</summary>
    private static string ForPowerShell(string value) =>
        $"'{string.Concat(value.Select(c => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' ? $"{c}{c}" : c.ToString()))}'";
}

namespace Warder.Sessions.Processes;

/// <summary>Finds programs as a shell would, in the environment that they are going to get.</summary>
internal static class ProgramPath
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly string[] WindowsEndings = [".exe", ".cmd", ".bat", ""];

    /// <summary>The full path; null where there is no such program.</summary>
    /// <param name="program">Its name, or a path; one that is relative counts from the folder.</param>
    /// <param name="path">The value of <c>PATH</c>.</param>
    /// <param name="folder">Where it is going to run.</param>
    public static string? Find(string program, string? path, string folder)
    {
        if (program.Contains('/', StringComparison.Ordinal) || (OperatingSystem.IsWindows() && program.Contains('\\', StringComparison.Ordinal)))
        {
            var full = Path.GetFullPath(Path.Combine(folder, program));
            return Matching(full);
        }

        foreach (var part in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Matching(Path.GetFullPath(Path.Combine(folder, part, program))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Matching(string full) => OperatingSystem.IsWindows()
        ? WindowsEndings.Select(e => full + e).FirstOrDefault(File.Exists)
        : File.Exists(full) && (File.GetUnixFileMode(full) & AnyExecute) != UnixFileMode.None ? full : null;
}

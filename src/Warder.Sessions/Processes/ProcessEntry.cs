using System.Globalization;

namespace Warder.Sessions.Processes;

/// <summary>A line of the system's list of processes. Linux only.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Parent">The number of what started it, or has adopted it.</param>
/// <param name="Session">The number of its session.</param>
/// <param name="Started">When it started, in clock ticks after the boot.</param>
/// <param name="IsZombie">Whether it has ended and only waits to be asked how.</param>
internal readonly record struct ProcessEntry(int Pid, int Parent, int Session, long Started, bool IsZombie)
{
    // Counted behind the name, which is in parentheses and may itself hold spaces and parentheses.
    private const int StateField = 0;
    private const int ParentField = 1;
    private const int SessionField = 3;
    private const int StartField = 19;

    /// <summary>All processes that can be seen.</summary>
    public static List<ProcessEntry> All()
    {
        var entries = new List<ProcessEntry>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read(pid) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>One process; null where there is none.</summary>
    public static ProcessEntry? Read(int pid)
    {
        if (Text($"/proc/{pid}/stat") is not { } text || text.LastIndexOf(')') is var end && end < 0)
        {
            return null;
        }

        var fields = text[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > StartField
            && int.TryParse(fields[ParentField], CultureInfo.InvariantCulture, out var parent)
            && int.TryParse(fields[SessionField], CultureInfo.InvariantCulture, out var session)
            && long.TryParse(fields[StartField], CultureInfo.InvariantCulture, out var started)
            ? new ProcessEntry(pid, parent, session, started, fields[StateField] is "Z" or "X")
            : null;
    }

    /// <summary>Whether the environment it was started with holds a text; false where it may not be read.</summary>
    public bool HasInEnvironment(ReadOnlySpan<byte> mark)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{Pid}/environ").AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether it has a pipe open; false where that may not be asked.</summary>
    public bool HasOpen(string pipe)
    {
        try
        {
            return new DirectoryInfo($"/proc/{Pid}/fd").EnumerateFileSystemInfos().Any(f => f.LinkTarget == pipe);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

namespace Warder.Cli;

/// <summary>Writes files whole or not at all: to a temporary file beside the target, then moved over it.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file that the user named.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            full = Target(full);
            if (IsDevice(full))
            {
                // A file moved over a device or a pipe would take its place.
                using var device = new StreamWriter(full) { NewLine = "\n" };
                write(device);
                return;
            }

            Replace(full, write);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw CannotWrite(path, wrong);
        }
    }

    /// <summary>Writes a file inside a repository; refused where a link of that repository leads the path elsewhere.</summary>
    public static void WriteInside(string root, string path, Action<TextWriter> write)
    {
        RefuseLinks(root, path);
        Write(Path.Join(root, path), write);
    }

    /// <summary>Writes the bytes of a file inside a repository; refused where a link of that repository leads the path elsewhere.</summary>
    public static void WriteBytesInside(string root, string path, byte[] bytes)
    {
        RefuseLinks(root, path);
        var full = Path.Join(root, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            Replace(full, temporary => File.WriteAllBytes(temporary, bytes));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, wrong);
        }
    }

    /// <summary>Appends to a file inside a repository; refused where a link of that repository leads the path elsewhere.</summary>
    public static void AppendInside(string root, string path, string text)
    {
        RefuseLinks(root, path);
        var full = Path.Join(root, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.AppendAllText(full, text);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(full, wrong);
        }
    }

    private static void Replace(string full, Action<TextWriter> write) => Replace(full, temporary =>
    {
        using var writer = new StreamWriter(temporary) { NewLine = "\n" };
        write(writer);
    });

    private static void Replace(string full, Action<string> write)
    {
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            write(temporary);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Where the path's last link ends: what is written goes there, and the link stays.</summary>
    private static string Target(string full) =>
        new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;

    private static bool IsDevice(string full) => full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Refuses a path that a link of the repository leads elsewhere.</summary>
    internal static void RefuseLinks(string root, string path)
    {
        var at = root;
        foreach (var part in path.Split('/'))
        {
            at = Path.Join(at, part);
            if (part == ".." || new FileInfo(at).LinkTarget is not null)
            {
                throw new OutputError($"{path} is not written: the way to it leads through the link {Path.GetRelativePath(root, at)} of the repository.");
            }
        }
    }

    private static OutputError CannotWrite(string path, Exception wrong) => new($"{path} cannot be written: {wrong.Message}", wrong);
}

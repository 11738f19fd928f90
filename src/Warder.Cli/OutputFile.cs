using System.Globalization;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Cli;

/// <summary>Writes files whole or not at all: to a temporary file beside the target, then moved over it.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file that the user named.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="write">Writes the text.</param>
    /// <param name="veto">Asked when all is written and the file is about to be replaced; a sentence keeps it as it is.</param>
    public static void Write(string path, Action<TextWriter> write, Func<string?>? veto = null)
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

            Replace(full, write, veto);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw CannotWrite(path, wrong);
        }
    }

    /// <summary>Writes a report that the user asked for, with every token value hidden.</summary>
    public static void WriteReport(string path, Action<TextWriter> write) => Write(path, writer =>
    {
        using var report = new StringWriter { NewLine = "\n" };
        write(report);
        writer.Write(Redactor.Known.Redact(report.ToString()));
    });

    /// <summary>Writes a file inside a repository; refused where a link of that repository leads the path elsewhere.</summary>
    public static void WriteInside(string root, string path, Action<TextWriter> write, Func<string?>? veto = null)
    {
        RefuseLinks(root, path);
        Write(Path.Join(root, path), write, veto);
    }

    /// <summary>Writes the bytes of a file inside a repository; refused where a link of that repository leads the path elsewhere.</summary>
    public static void WriteBytesInside(string root, string path, byte[] bytes)
    {
        RefuseLinks(root, path);
        var full = Path.Join(root, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            Replace(full, temporary => File.WriteAllBytes(temporary, bytes), veto: null);
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

    private static void Replace(string full, Action<TextWriter> write, Func<string?>? veto) => Replace(
        full,
        temporary =>
        {
            using var writer = new StreamWriter(temporary) { NewLine = "\n" };
            write(writer);
        },
        veto);

    private static void Replace(string full, Action<string> write, Func<string?>? veto)
    {
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        Sweep(full);
        try
        {
            write(temporary);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            }

            if (veto?.Invoke() is { } because)
            {
                throw new OutputError(because);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Takes away what a run that was killed left beside the file: its process lives no more.</summary>
    private static void Sweep(string full)
    {
        var name = Path.GetFileName(full);
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(full)!, name + ".*.tmp"))
        {
            var number = Path.GetFileName(left)[(name.Length + 1)..^".tmp".Length];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsRunning(process))
            {
                File.Delete(left);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
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

using System.Text;
using Warder.Engine.Fixes;

namespace Warder.Cli;

/// <summary>Writes fixed files over the ones that were read, each whole or not at all.</summary>
internal static class FixOnDisk
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a file; null, else why it was not written.</summary>
    public static string? Write(string root, FixedFile file)
    {
        var full = Path.Join(root, file.Path);
        if (Changed(full, file, out var hasMark) is { } changed)
        {
            return changed;
        }

        if (IsReadOnly(full))
        {
            return "it is read-only";
        }

        try
        {
            OutputFile.WriteInside(root, file.Path, writer =>
            {
                if (hasMark)
                {
                    writer.Write('\uFEFF');
                }

                writer.Write(file.After);
            }, () => Changed(full, file, out _));
            return null;
        }
        catch (OutputError wrong)
        {
            // The other files are written all the same.
            return wrong.Message.TrimEnd('.');
        }
    }

    /// <summary>Why the file is not the one that was fixed; null where it is.</summary>
    private static string? Changed(string full, FixedFile file, out bool hasMark)
    {
        hasMark = false;
        try
        {
            var now = File.ReadAllBytes(full);
            hasMark = now.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            return now.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0).SequenceEqual(Plain.GetBytes(file.Before))
                ? null
                : "it changed while it was being fixed, or is not in UTF-8";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return "it cannot be read any more";
        }
    }

    private static bool IsReadOnly(string path)
    {
        const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows() ? new FileInfo(path).IsReadOnly : (File.GetUnixFileMode(path) & Write) == UnixFileMode.None;
    }
}

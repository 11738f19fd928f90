using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Reads one file from disk; what goes wrong is said, never thrown.</summary>
public static class FileReader
{
    /// <summary>The largest file that is read: 10 MiB. A workflow of half that size is already rejected by the platform.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Reads and decodes a file.</summary>
    /// <param name="file">Where it lies on disk.</param>
    /// <param name="path">What it is called in all output.</param>
    public static DecodedText Read(string file, string path)
    {
        try
        {
            var info = new FileInfo(file);
            if (info.Exists && info.Length > MaxBytes)
            {
                return new DecodedText(Source: null, $"The file has {info.Length / (1024 * 1024)} MiB; more than {MaxBytes / (1024 * 1024)} MiB is not read.", "file-too-large");
            }

            return SourceDecoder.Decode(path, File.ReadAllBytes(file));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return new DecodedText(Source: null, $"The file cannot be read: {wrong.Message}", "unreadable-file");
        }
    }
}

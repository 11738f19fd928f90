using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Permissions.Evidence;

namespace Warder.Cli;

/// <summary>Reads the evidence that a user names.</summary>
internal static class EvidenceOnDisk
{
    /// <summary>The observations, none where no file is named; null, with the reason on standard error, where it cannot be used.</summary>
    public static IReadOnlyList<Observation>? Read(string? path)
    {
        if (path is null)
        {
            return [];
        }

        if (TextOf(path, out var problem) is { } text && EvidenceFile.Read(text, FactBase.Embedded.Scopes, out problem) is { } seen)
        {
            return seen;
        }

        Console.Error.WriteLine($"warder: {path}: the evidence cannot be used: {problem}.");
        return null;
    }

    private static string? TextOf(string path, out string? problem)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var read = FileReader.Read(stream, path);
            problem = read.Error?.TrimEnd('.');
            return read.Source?.Text;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problem = File.Exists(path) ? "it cannot be read" : "there is no such file";
            return null;
        }
    }
}

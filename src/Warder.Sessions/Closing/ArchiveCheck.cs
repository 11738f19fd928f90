using System.Formats.Tar;
using System.IO.Compression;
using Warder.Sessions.Records;

namespace Warder.Sessions.Closing;

/// <summary>Reads an archive back and holds it against the folder, byte for byte.</summary>
internal static class ArchiveCheck
{
    private const int BufferSize = 64 * 1024;

    /// <summary>What the folder holds and the archive does not; null where the archive holds it all. What only the archive holds is no matter.</summary>
    public static string? Difference(string archive, SessionFolder folder)
    {
        try
        {
            var wanted = SessionTree.Of(folder).ToDictionary(e => e.Path, StringComparer.Ordinal);
            using var file = File.OpenRead(archive);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(unpacked);
            while (tar.GetNextEntry() is { } entry)
            {
                var path = PathIn(entry.Name, folder.Id);
                if (!wanted.Remove(path, out var there))
                {
                    continue;
                }

                if (!IsSame(entry, there))
                {
                    return $"{path} differs";
                }
            }

            return wanted.Count == 0 ? null : $"{wanted.Keys.Order(StringComparer.Ordinal).First()} is missing";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            return wrong.Message;
        }
    }

    private static string PathIn(string name, string id)
    {
        var path = name.StartsWith(id + "/", StringComparison.Ordinal) ? name[(id.Length + 1)..] : name;
        return path.TrimEnd('/');
    }

    private static bool IsSame(TarEntry entry, SessionTree there)
    {
        if (there.Link is not null)
        {
            return entry.EntryType == TarEntryType.SymbolicLink && entry.LinkName == there.Link;
        }

        if (there.IsFolder)
        {
            return entry.EntryType == TarEntryType.Directory;
        }

        // A pipe or a device has nothing to compare, and reading one might never end.
        if (!Engine.Auditing.SpecialFile.IsPlainFile(there.Full))
        {
            return entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile);
        }

        using var file = File.OpenRead(there.Full);
        return entry.EntryType switch
        {
            TarEntryType.HardLink => true,
            _ => entry.Length == file.Length && IsSame(entry.DataStream ?? Stream.Null, file),
        };
    }

    private static bool IsSame(Stream left, Stream right)
    {
        Span<byte> one = new byte[BufferSize];
        Span<byte> other = new byte[BufferSize];
        while (true)
        {
            var count = left.ReadAtLeast(one, BufferSize, throwOnEndOfStream: false);
            if (right.ReadAtLeast(other, BufferSize, throwOnEndOfStream: false) != count || !one[..count].SequenceEqual(other[..count]))
            {
                return false;
            }

            if (count < BufferSize)
            {
                return true;
            }
        }
    }
}

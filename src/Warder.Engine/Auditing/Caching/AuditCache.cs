using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing.Caching;

/// <summary>
/// A folder of the user's in which each audit of a repository leaves what it found, so that the next one looks only at files that
/// changed. Nothing of it is needed: a file that is missing, damaged or of another program is passed over, and one that cannot be
/// written is let go. It never lies in a repository, whose authors could otherwise say what an audit of it finds.
/// </summary>
public sealed class AuditCache
{
    private const int DigestBytes = 16;
    private const int PartBytes = 64 * 1024;
    private const int MostDays = 30;
    private const long MostBytes = 512L * 1024 * 1024;
    private const string Extension = ".audit";
    private const int HashLength = 2 * DigestBytes;
    private static readonly int NameLength = HashLength + Extension.Length;
    private const int EndingLength = 9;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    // The form of the file and, since what is in it is the program's own, which program: compared before anything is read.
    private static readonly byte[] Mark = [.. "warder audit 1\n"u8, .. ProgramIdentity()];
    private readonly string _folder;

    /// <summary>Over a folder, which need not be there.</summary>
    public AuditCache(string folder) => _folder = folder;

    /// <summary>Whether an audit of the repository with these options was kept, be it of use or not.</summary>
    public bool Has(string root, AuditOptions options) => File.Exists(PlaceOf(root, options));

    /// <summary>Whether the folder is no part of what is audited.</summary>
    internal bool LiesOutside(string root)
    {
        var (folder, within) = (RealPath(_folder), Path.TrimEndingDirectorySeparator(RealPath(root)) + Path.DirectorySeparatorChar);
        return !(folder + Path.DirectorySeparatorChar).StartsWith(within, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What was kept; null where nothing was that is of use.</summary>
    internal CachedAudit? Find(string root, AuditOptions options)
    {
        try
        {
            var bytes = File.ReadAllBytes(PlaceOf(root, options)).AsMemory();
            var content = bytes[Math.Min(bytes.Length, Mark.Length + DigestBytes)..];
            return content.Length > 0 && bytes.Span.StartsWith(Mark) && XxHash128.Hash(content.Span).AsSpan().SequenceEqual(bytes.Span.Slice(Mark.Length, DigestBytes))
                ? CachedAudit.Read(new CacheReader(content))
                : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Keeps what the next audit may take over, in place of what was kept.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="options">How it was audited.</param>
    /// <param name="write">Writes it, and calls its second argument now and then.</param>
    internal void Keep(string root, AuditOptions options, Action<CacheWriter, Action> write)
    {
        var place = PlaceOf(root, options);
        var temporary = $"{place}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        try
        {
            MakeFolder();
            using (var file = new FileStream(temporary, NewFile()))
            {
                Write(file, write);
            }

            File.Move(temporary, place, overwrite: true);
            Prune();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A cache that cannot be written costs time, nothing else.
            Remove(temporary);
        }
    }

    private static void Write(FileStream file, Action<CacheWriter, Action> write)
    {
        var hash = new XxHash128();
        var writer = new CacheWriter();
        file.Write(Mark);
        file.Write(new byte[DigestBytes]);
        write(writer, () => Flush(from: PartBytes));
        Flush(from: 0);
        file.Position = Mark.Length;
        file.Write(hash.GetCurrentHash());

        void Flush(int from)
        {
            if (writer.Length >= from)
            {
                writer.TakeTo(bytes =>
                {
                    hash.Append(bytes.Span);
                    file.Write(bytes.Span);
                });
            }
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // Where it could not be written, there may be nothing to remove, or no right to.
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Lets go what is old, and what was written longest ago where all is too much; files of others are left alone.</summary>
    private void Prune()
    {
        var bytes = 0L;
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-MostDays);
        foreach (var file in new DirectoryInfo(_folder).GetFiles().Where(f => IsOwn(f.Name)).OrderByDescending(f => f.LastWriteTimeUtc))
        {
            bytes += file.Length;
            if (bytes > MostBytes || file.LastWriteTimeUtc < oldest)
            {
                Remove(file.FullName);
            }
        }
    }

    private string PlaceOf(string root, AuditOptions options)
    {
        var rules = options.Rules is { } chosen ? string.Join(' ', chosen.Order(StringComparer.Ordinal)) : "*";
        var name = XxHash128.Hash(Encoding.UTF8.GetBytes($"{root}\0{options.Start}\0{rules}"));
        return Path.Join(_folder, Convert.ToHexStringLower(name) + Extension);
    }

    /// <summary>The path without links, as far as it is there.</summary>
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var start = Path.GetPathRoot(full)!;
        return LinkWalk.Follow(start, full[start.Length..], out var place) == LinkEnd.Circle ? full : place;
    }

    /// <summary>A hash of the code that makes findings; data is part of it.</summary>
    private static byte[] ProgramIdentity()
    {
        Type[] assemblies = [typeof(Auditor), typeof(Pipeline), typeof(SourceText)];
        return XxHash128.Hash([.. assemblies.SelectMany(t => t.Module.ModuleVersionId.ToByteArray())]);
    }

    /// <summary>Whether a file has a name as the cache gives it: a hash, and where its writing was cut short a random ending.</summary>
    private static bool IsOwn(string name) =>
        (name.Length == NameLength || name.Length == NameLength + EndingLength)
        && name.AsSpan(0, HashLength).IndexOfAnyExcept(Hex) < 0
        && name.AsSpan(HashLength, Extension.Length).SequenceEqual(Extension)
        && (name.Length == NameLength || (name[NameLength] == '.' && name.AsSpan(NameLength + 1).IndexOfAnyExcept(Hex) < 0));
}

using System.IO.Hashing;
using System.Text;

namespace Warder.Engine.Auditing.Caching;

/// <summary>
/// A folder of the user's in which each audit of a repository leaves what it found, so that the next one looks only at files that
/// changed. Nothing of it is needed: a file that is missing, damaged or of another program is passed over, and one that cannot be
/// written is let go. It never lies in a repository, whose authors could otherwise say what an audit of it finds.
/// </summary>
public sealed class AuditCache
{
    private const int MostFiles = 64;
    private const int DigestBytes = 16;
    private const int PartBytes = 64 * 1024;
    private const string Extension = ".audit";
    private static readonly byte[] Mark = "warder audit 1\n"u8.ToArray();
    private readonly string _folder;

    /// <summary>Over a folder, which need not be there.</summary>
    public AuditCache(string folder) => _folder = folder;

    /// <summary>Whether an audit of the repository with these options was kept, be it of use or not.</summary>
    public bool Has(string root, AuditOptions options) => File.Exists(PlaceOf(root, options));

    /// <summary>What was kept; null where nothing was.</summary>
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
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
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
        try
        {
            MakeFolder();
            var place = PlaceOf(root, options);
            var temporary = $"{place}.{Environment.ProcessId}";
            using (var file = new FileStream(temporary, NewFile()))
            {
                Write(file, write);
            }

            File.Move(temporary, place, overwrite: true);
            Prune();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time, nothing else; what is left of a full disk is pruned one day.
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

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
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

    /// <summary>Lets go what was written longest ago.</summary>
    private void Prune()
    {
        var files = new DirectoryInfo(_folder).GetFiles();
        foreach (var file in files.OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostFiles))
        {
            file.Delete();
        }
    }

    private string PlaceOf(string root, AuditOptions options)
    {
        var rules = options.Rules is { } chosen ? string.Join(' ', chosen.Order(StringComparer.Ordinal)) : "*";
        var name = XxHash128.Hash(Encoding.UTF8.GetBytes($"{root}\0{options.Start}\0{rules}"));
        return Path.Join(_folder, Convert.ToHexStringLower(name) + Extension);
    }
}

using System.Runtime.InteropServices;
using System.Text;
using Warder.Engine.Exposure.Redaction;
using Warder.History.Logs;

namespace Warder.Cli;

/// <summary>
/// Several reports inside a repository that belong together: all are written and on the disk before the first takes its place, so that
/// a full disk or an end in the middle leaves the earlier ones whole. What a killed run left unfinished is swept away by the next.
/// </summary>
internal sealed class OutputBatch : IDisposable
{
    private const string Unfinished = ".unfinished";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<(string Temporary, string Target)> _files = [];
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly HashSet<string> _swept = new(StringComparer.Ordinal);
    private readonly string _root;
    private readonly FolderLock _lock;

    /// <summary>Makes the folder where it is not there and waits until no other run writes in it.</summary>
    public OutputBatch(string root, string folder)
    {
        _root = root;
        var full = Path.Join(root, folder);
        OutputFile.RefuseLinks(root, folder);
        for (var part = folder; part.Length > 0; part = Path.GetDirectoryName(part) ?? "")
        {
            if (File.Exists(Path.Join(root, part)))
            {
                throw new OutputError($"{folder} cannot be written: {part} is a file, and a folder is needed there.");
            }
        }

        Try(folder, () => Directory.CreateDirectory(full));
        _lock = FolderLock.Take(full, Patience)
            ?? throw new OutputError($"{folder} is kept by another run of Warder for more than {Patience.TotalSeconds} seconds.");
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, _ => Discard()));
        }
    }

    /// <summary>Writes one file, with every token value hidden, beside its place.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="write">Writes the text.</param>
    public void Add(string path, Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        AddAsIs(path, Redactor.Known.Redact(text.ToString()));
    }

    /// <summary>Writes one file in which nothing is left to hide, or in which people wrote what is not ours to change.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="text">The text.</param>
    public void AddAsIs(string path, string text)
    {
        OutputFile.RefuseLinks(_root, path);
        var bytes = Encoding.UTF8.GetBytes(text);
        var target = Path.Join(_root, path);
        Try(path, () =>
        {
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            Sweep(folder);
            var temporary = target + Unfinished;
            lock (_files)
            {
                _files.Add((temporary, target));
            }

            using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        });
    }

    /// <summary>Puts every file in its place.</summary>
    public void Commit()
    {
        lock (_files)
        {
            foreach (var (temporary, target) in _files)
            {
                Try(Path.GetRelativePath(_root, target), () => File.Move(temporary, target, overwrite: true));
            }

            _files.Clear();
        }
    }

    public void Dispose()
    {
        Discard();
        _signals.ForEach(s => s.Dispose());
        _lock.Dispose();
    }

    private void Discard()
    {
        lock (_files)
        {
            _files.ForEach(f => File.Delete(f.Temporary));
            _files.Clear();
        }
    }

    /// <summary>Takes away what a killed run left in a folder; the lock says that nobody writes there now.</summary>
    private void Sweep(string folder)
    {
        if (_swept.Add(folder))
        {
            foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
            {
                File.Delete(left);
            }
        }
    }

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{path} cannot be written: {wrong.Message}", wrong);
        }
    }
}

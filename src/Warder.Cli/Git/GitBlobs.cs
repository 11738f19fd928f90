using System.Globalization;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Cli.Git;

/// <summary>Reads contents from git one by one, as they are asked for, through one process; what was read lately is kept.</summary>
internal sealed class GitBlobs : IDisposable
{
    private const int MostKept = 32 * 1024 * 1024;
    private readonly GitProcess _git;
    private readonly BufferedStream _output;
    private readonly Dictionary<(string Path, string Id), DecodedText> _kept = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _size;

    public GitBlobs(string root)
    {
        _git = GitProcess.Start(root, ["cat-file", "--batch"], withInput: true);
        _output = new BufferedStream(_git.Output, 64 * 1024);
    }

    /// <summary>How many different contents were read.</summary>
    public int Count => _read.Count;

    /// <summary>Reads and decodes a content under a path.</summary>
    public DecodedText Read(string path, string id)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue((path, id), out var text))
            {
                text = Fetch(path, id);
                _read.Add(id);
                _size += text.Source?.Text.Length ?? 0;
                if (_size > MostKept)
                {
                    _kept.Clear();
                    _size = 0;
                }

                _kept[(path, id)] = text;
            }

            return text;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _git.Dispose();
        _output.Dispose();
    }

    private DecodedText Fetch(string path, string id)
    {
        _git.Input.Write(Encoding.ASCII.GetBytes(id + "\n"));
        _git.Input.Flush();
        var line = new StringBuilder();
        while (_output.ReadByte() is >= 0 and not '\n' and var c)
        {
            line.Append((char)c);
        }

        if (line.ToString().Split(' ') is not [_, "blob", var size])
        {
            return new DecodedText(Source: null, "Git has not the content: the clone is partial.", "unreadable-file");
        }

        var length = long.Parse(size, CultureInfo.InvariantCulture);
        using var content = new BlobStream(_output, length);
        var text = FileReader.Read(content, path, length);
        content.CopyTo(Stream.Null);
        _output.ReadByte();
        return text;
    }
}

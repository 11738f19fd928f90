using System.Globalization;
using System.Text;

namespace Warder.Cli.Git;

/// <summary>Reads many contents from git through one process.</summary>
internal sealed class GitContents : IDisposable
{
    private readonly GitProcess _git;
    private readonly Task _asking;
    private readonly BufferedStream _output;

    public GitContents(string root, IReadOnlyList<GitBlob> blobs)
    {
        _git = GitProcess.Start(root, ["cat-file", "--batch", "--buffer"], withInput: true);
        _output = new BufferedStream(_git.Output, 256 * 1024);
        _asking = Task.Run(() => Ask(blobs));
    }

    /// <summary>The length of the next content in bytes; -1 where git has it not. It must be read to its end.</summary>
    public long Next()
    {
        var line = ReadLine();
        var fields = line.Split(' ');
        return fields is [_, "blob", var size] ? long.Parse(size, CultureInfo.InvariantCulture) : -1;
    }

    /// <summary>Reads some of a content.</summary>
    public int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <summary>Passes the line end behind a content.</summary>
    public void End() => _output.ReadByte();

    /// <inheritdoc/>
    public void Dispose()
    {
        _git.Dispose();
        try
        {
            _asking.Wait();
        }
        catch (AggregateException)
        {
            // Git has ended before it was asked for everything.
        }

        _output.Dispose();
    }

    private void Ask(IReadOnlyList<GitBlob> blobs)
    {
        using var writer = new StreamWriter(_git.Input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var blob in blobs)
        {
            writer.WriteLine(blob.Id);
        }
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (_output.ReadByte() is >= 0 and not '\n' and var c)
        {
            line.Append((char)c);
        }

        return line.ToString();
    }
}

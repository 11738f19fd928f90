using System.Buffers;
using Warder.Engine.Exposure.Redaction;
using Warder.Sessions.Results;

namespace Warder.Sessions.Running;

/// <summary>Takes the output of a suite: hides values, writes the log, shows it and counts what it says, in constant memory.</summary>
internal sealed class OutputCapture : IDisposable
{
    private const int CopySize = 64 * 1024;
    private readonly string _path;
    private readonly Action<ReadOnlyMemory<byte>> _show;
    private readonly Collector _collector = new();
    private readonly ValueHiding _hiding;
    private readonly FileStream? _log;
    private readonly Lock _gate = new();
    private bool _isFinished;

    /// <summary>Into a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="redactor">Hides values by their looks.</param>
    /// <param name="values">Values that are known.</param>
    /// <param name="show">Shows a piece while the suite runs.</param>
    public OutputCapture(string path, Redactor redactor, KnownValues values, Action<ReadOnlyMemory<byte>> show)
    {
        _path = path;
        _show = show;
        _hiding = new ValueHiding(values, new StreamRedaction(redactor, _collector));
        try
        {
            // Unbuffered: what has been taken is on its way to the disk even if this process is killed.
            _log = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Problem = $"The output cannot be captured: {wrong.Message}";
        }
    }

    /// <summary>Counts by what the tool said.</summary>
    public SpokenCounts Spoken { get; } = new();

    /// <summary>How many bytes were taken.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many lines were taken.</summary>
    public long Lines { get; private set; }

    /// <summary>Why the log is not whole; null where it is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes a piece.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (!_isFinished)
            {
                Bytes += bytes.Length;
                _hiding.Write(bytes);
                Emit();
            }
        }
    }

    /// <summary>Takes what was held back, and puts the log back where the suite has removed it.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _isFinished = true;
            _hiding.Finish();
            Emit();
            Spoken.Finish();
        }

        PutBack();
    }

    public void Dispose() => _log?.Dispose();

    /// <summary>Puts the log back where somebody has removed it; what is written is still in our hands.</summary>
    public void PutBack()
    {
        if (_log is null || File.Exists(_path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var again = File.Create(_path);
            var buffer = new byte[CopySize];
            var at = 0L;
            for (var read = RandomAccess.Read(_log.SafeFileHandle, buffer, at); read > 0; read = RandomAccess.Read(_log.SafeFileHandle, buffer, at))
            {
                again.Write(buffer, 0, read);
                at += read;
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Problem ??= $"The log was removed while the suite ran, and cannot be written again: {wrong.Message}";
        }
    }

    private void Emit()
    {
        var piece = _collector.Written;
        if (piece.IsEmpty)
        {
            return;
        }

        Lines += piece.Span.Count((byte)'\n');
        if (_log is not null && Problem is null)
        {
            try
            {
                _log.Write(piece.Span);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                // The suite goes on: a full disk is no reason to lose its verdict.
                Problem = $"The log ends early: {wrong.Message}";
            }
        }

        Spoken.Write(piece.Span);
        _show(piece);
        _collector.Clear();
    }

    /// <summary>Gathers the pieces of one write, which come as small as a word.</summary>
    private sealed class Collector : Stream
    {
        private readonly ArrayBufferWriter<byte> _buffer = new();

        public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Clear() => _buffer.ResetWrittenCount();

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _buffer.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => _buffer.Write(buffer);
    }
}

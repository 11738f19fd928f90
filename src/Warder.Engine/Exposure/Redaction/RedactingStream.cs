namespace Warder.Engine.Exposure.Redaction;

/// <summary>A stream that redacts what is written to it.</summary>
public sealed class RedactingStream : Stream
{
    private readonly Stream _output;
    private readonly Lazy<StreamRedaction> _redaction;
    private bool _isFinished;

    /// <summary>In front of another stream, which is closed with it. The redactor is asked for when something is written.</summary>
    public RedactingStream(Stream output, Func<Redactor> redactor)
    {
        _output = output;
        _redaction = new Lazy<StreamRedaction>(() => new StreamRedaction(redactor(), output));
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on what is written; the end of an unfinished line stays until it is known what it is.</summary>
    public override void Flush() => _output.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => _redaction.Value.Write(buffer);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isFinished)
        {
            _isFinished = true;
            if (_redaction.IsValueCreated)
            {
                _redaction.Value.Finish();
            }

            _output.Dispose();
        }

        base.Dispose(disposing);
    }
}

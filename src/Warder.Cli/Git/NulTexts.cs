using System.Buffers;
using System.Text;

namespace Warder.Cli.Git;

/// <summary>Reads texts that end in a zero byte from a stream, one at a time.</summary>
internal sealed class NulTexts : IDisposable
{
    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _end;

    public NulTexts(Stream stream) => _stream = stream;

    /// <summary>The next text; null at the end. Bytes that are no UTF-8 become the replacement character.</summary>
    public string? Next()
    {
        var searched = _start;
        while (true)
        {
            var zero = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)0);
            if (zero >= 0)
            {
                var text = Encoding.UTF8.GetString(_buffer, _start, searched + zero - _start);
                _start = searched + zero + 1;
                return text;
            }

            searched = _end - _start;
            if (!Fill())
            {
                // The last text of some commands ends with the stream.
                var rest = Encoding.UTF8.GetString(_buffer, _start, _end - _start);
                _start = _end;
                return rest.Length > 0 ? rest : null;
            }

            searched += _start;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}

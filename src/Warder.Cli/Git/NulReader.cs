using System.Text;

namespace Warder.Cli.Git;

/// <summary>Reads pieces that end with a zero byte, the form in which git tells names that may hold anything.</summary>
internal sealed class NulReader
{
    private const int BufferSize = 64 * 1024;
    private readonly Stream _input;
    private byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _count;

    public NulReader(Stream input) => _input = input;

    /// <summary>The next piece; null at the end.</summary>
    public string? Next()
    {
        var searched = _start;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _count - searched).IndexOf((byte)0);
            if (end >= 0)
            {
                var piece = Encoding.UTF8.GetString(_buffer, _start, searched + end - _start);
                _start = searched + end + 1;
                return piece;
            }

            searched = Fill();
            if (searched < 0)
            {
                var rest = Encoding.UTF8.GetString(_buffer, _start, _count - _start);
                _start = _count;
                return rest.Length > 0 ? rest : null;
            }
        }
    }

    /// <summary>Reads more; gives where it begins, -1 at the end.</summary>
    private int Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _count - _start).CopyTo(_buffer);
            _count -= _start;
            _start = 0;
        }

        if (_count == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var from = _count;
        var read = _input.Read(_buffer, _count, _buffer.Length - _count);
        _count += read;
        return read == 0 ? -1 : from;
    }
}

namespace Warder.Engine.Exposure.Redaction;

/// <summary>
/// Redacts a stream piece by piece in constant memory. Whole lines pass at once; of a line longer than the buffer as much is held
/// back as a value could reach over. Private keys are hidden from their first line to their last, or to where the lines are no longer of a key.
/// </summary>
public sealed class StreamRedaction
{
    private const int BufferSize = 128 * 1024;
    private const int HeldBack = 16 * 1024;
    private const int MaxKeyLine = 128;
    private static readonly byte[] MarkBytes = System.Text.Encoding.ASCII.GetBytes(Redactor.Mark);
    private readonly Redactor _redactor;
    private readonly Stream _output;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _count;
    private bool _inRun;
    private bool _inKey;
    private bool _isKeyLineCut;
    private KeyLines _key;

    /// <summary>Into a stream.</summary>
    public StreamRedaction(Redactor redactor, Stream output)
    {
        _redactor = redactor;
        _output = output;
    }

    /// <summary>Takes some bytes, and writes on what can be told already.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, BufferSize - _count);
            bytes[..taken].CopyTo(_buffer.AsSpan(_count));
            _count += taken;
            bytes = bytes[taken..];
            Pass(isFull: _count == BufferSize);
        }
    }

    /// <summary>Writes on what is left; to be called once, at the end.</summary>
    public void Finish()
    {
        Emit(_buffer.AsSpan(0, _count), isCut: false);
        _count = 0;
        _output.Flush();
    }

    private void Pass(bool isFull)
    {
        var text = _buffer.AsSpan(0, _count);
        var end = text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var isCut = false;
        if (end == 0)
        {
            if (!isFull)
            {
                return;
            }

            end = CutOf(text);
            isCut = true;
        }

        var passed = Emit(text[..end], isCut);
        text[passed..].CopyTo(_buffer);
        _count -= passed;
    }

    /// <summary>Where one enormous line may be cut: behind every value that began before, and before a key's first or last line.</summary>
    private int CutOf(ReadOnlySpan<byte> text)
    {
        var cut = text.Length - HeldBack;
        foreach (var range in _redactor.Find(text))
        {
            // A value that begins a little behind the cut may be known by the word before it only.
            cut = range.Start < cut + MaxKeyLine && range.End > cut ? range.End : cut;
        }

        var from = Math.Max(0, cut - MaxKeyLine);
        var mark = text[from..Math.Min(text.Length, cut + MaxKeyLine)].IndexOf("-----BEGIN"u8);
        mark = mark >= 0 ? mark : text[from..Math.Min(text.Length, cut + MaxKeyLine)].IndexOf("-----END"u8);
        return mark > 0 && from + mark < cut ? from + mark : cut;
    }

    /// <summary>Writes a text redacted; gives how much of it is done, which of a cut text may be less than all.</summary>
    private int Emit(ReadOnlySpan<byte> text, bool isCut)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (_inRun)
            {
                at = SecretRanges.RunEnd(text, at);
                _inRun = at == text.Length && isCut;
            }
            else if (_inKey)
            {
                at = SkipKey(text, at);
            }
            else
            {
                at = EmitUntilKey(text, at, isCut);
            }
        }

        return text.Length;
    }

    private int EmitUntilKey(ReadOnlySpan<byte> text, int start, bool isCut)
    {
        var part = text[start..];
        var key = KeyIn(part);
        var plain = key < 0 ? part : part[..key];
        var at = EmitPlain(plain);
        _inRun = isCut && key < 0 && at == plain.Length && at > 0;
        if (key < 0)
        {
            return text.Length;
        }

        _inKey = true;
        _isKeyLineCut = false;
        _key = default;
        _output.Write(MarkBytes);
        return start + key;
    }

    /// <summary>Where the first line of a private key ends; -1 where there is none, or what follows is hidden already.</summary>
    private static int KeyIn(ReadOnlySpan<byte> text)
    {
        for (var at = 0; text[at..].IndexOf("-----BEGIN "u8) is >= 0 and var next;)
        {
            var start = at + next;
            var line = text.Slice(start, Math.Min(MaxKeyLine, text.Length - start));
            var name = line[10..];
            var close = name.IndexOf("-----"u8);
            if (close >= 0 && name[..close].IndexOf("PRIVATE KEY"u8) >= 0 && !name[(close + 5)..].StartsWith(MarkBytes))
            {
                return start + 10 + close + 5;
            }

            at = start + 10;
        }

        return -1;
    }

    /// <summary>Hides the key line by line; gives where it goes on, and leaves the key at its last mark or where the lines are no longer its own.</summary>
    private int SkipKey(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[start..];
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end ? end + 1 : rest.Length;
        var line = rest[..length];
        if (line.IndexOf("-----END"u8) is >= 0 and var mark)
        {
            _inKey = false;
            return start + mark;
        }

        var kind = _isKeyLineCut ? KeyLine.Body : _key.Next(line);
        _isKeyLineCut = kind == KeyLine.Body && length == rest.Length && line[^1] is not ((byte)'\n' or (byte)'\r');
        if (kind == KeyLine.Body)
        {
            return start + length;
        }

        _inKey = kind == KeyLine.Other;
        if (kind == KeyLine.Outside)
        {
            return start;
        }

        EmitPlain(line);
        return start + length;
    }

    private int EmitPlain(ReadOnlySpan<byte> plain)
    {
        var at = 0;
        foreach (var range in _redactor.Find(plain))
        {
            _output.Write(plain[at..(range.Start + range.Kept)]);
            _output.Write(MarkBytes);
            at = range.End;
        }

        if (at < plain.Length)
        {
            _output.Write(plain[at..]);
        }

        return at;
    }
}

using Warder.Engine.Exposure.Redaction;

namespace Warder.Sessions.Running;

/// <summary>Hides known values in a stream of bytes; of its end only so much is held back as may be the beginning of one.</summary>
internal sealed class ValueHiding
{
    private static readonly byte[] Mark = System.Text.Encoding.ASCII.GetBytes(Redactor.Mark);
    private readonly IReadOnlyList<byte[]> _values;
    private readonly StreamRedaction _next;
    private byte[] _held = [];

    public ValueHiding(KnownValues values, StreamRedaction next)
    {
        _values = values.Values;
        _next = next;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_values.Count == 0)
        {
            _next.Write(bytes);
            return;
        }

        if (_held.Length > 0)
        {
            bytes = (byte[])[.. _held, .. bytes];
            _held = [];
        }

        // What may yet become a longer value waits whole, a shorter one in it included.
        var kept = Unfinished(bytes);
        _held = bytes[^kept..].ToArray();
        var open = bytes.Length - kept;
        while (First(bytes) is var (at, length) && at >= 0 && at < open)
        {
            _next.Write(bytes[..at]);
            _next.Write(Mark);
            bytes = bytes[(at + length)..];
            open -= at + length;
            if (open < 0)
            {
                // The value reached into what was held back.
                _held = bytes.ToArray();
                return;
            }
        }

        _next.Write(bytes[..open]);
    }

    public void Finish()
    {
        ReadOnlySpan<byte> bytes = _held;
        while (First(bytes) is var (at, length) && at >= 0)
        {
            _next.Write(bytes[..at]);
            _next.Write(Mark);
            bytes = bytes[(at + length)..];
        }

        _next.Write(bytes);
        _next.Finish();
    }

    private (int At, int Length) First(ReadOnlySpan<byte> bytes)
    {
        var (best, length) = (-1, 0);
        foreach (var value in _values)
        {
            var at = (best < 0 ? bytes : bytes[..Math.Min(bytes.Length, best + value.Length - 1)]).IndexOf(value);
            if (at >= 0 && (best < 0 || at < best))
            {
                (best, length) = (at, value.Length);
            }
        }

        return (best, length);
    }

    /// <summary>How many bytes at the end begin a value.</summary>
    private int Unfinished(ReadOnlySpan<byte> bytes)
    {
        var longest = 0;
        foreach (var value in _values)
        {
            for (var count = Math.Min(value.Length - 1, bytes.Length); count > longest; count--)
            {
                if (bytes[^count] == value[0] && bytes[^count..].SequenceEqual(value.AsSpan(0, count)))
                {
                    longest = count;
                }
            }
        }

        return longest;
    }
}

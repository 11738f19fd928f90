using System.Globalization;
using System.Text;

namespace Warder.Sessions.Results;

/// <summary>Counts tests by what the tools say at the end of their output, for tools that write no file of results.</summary>
public sealed class SpokenCounts
{
    private const int LongestLine = 400;
    private readonly byte[] _line = new byte[LongestLine];
    private int _length;
    private bool _isTooLong;
    private int _goPassed;
    private int _goFailed;
    private int _goSkipped;
    private bool _isGo;

    /// <summary>How many passed; null where nothing was said.</summary>
    public int? Passed { get; private set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many were left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>Takes a piece of the output.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOfAny((byte)'\n', (byte)'\r');
            var part = end < 0 ? piece : piece[..end];
            if (_length + part.Length > LongestLine)
            {
                _isTooLong = true;
            }
            else
            {
                part.CopyTo(_line.AsSpan(_length));
                _length += part.Length;
            }

            if (end < 0)
            {
                return;
            }

            EndLine();
            piece = piece[(end + 1)..];
        }
    }

    /// <summary>Says that the output has ended.</summary>
    public void Finish()
    {
        EndLine();
        if (_isGo)
        {
            (Passed, Failed, Skipped) = (_goPassed, _goFailed, _goSkipped);
        }
    }

    private void EndLine()
    {
        // Only a line with a digit or the word of Go can hold a count: most lines end here.
        if (!_isTooLong && _length > 0)
        {
            var line = _line.AsSpan(0, _length);
            if (line.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 || line.IndexOf("--- "u8) >= 0)
            {
                Take(Plain(line));
            }
        }

        (_length, _isTooLong) = (0, false);
    }

    private void Take(string line)
    {
        var text = line.Trim();
        if (text.StartsWith("--- PASS: ", StringComparison.Ordinal) || text.StartsWith("--- FAIL: ", StringComparison.Ordinal) || text.StartsWith("--- SKIP: ", StringComparison.Ordinal))
        {
            _isGo = true;
            _goPassed += text[4] == 'P' ? 1 : 0;
            _goFailed += text[4] == 'F' ? 1 : 0;
            _goSkipped += text[4] == 'S' ? 1 : 0;
        }
        else if (text.StartsWith("test result: ", StringComparison.Ordinal))
        {
            // cargo says it once for each of its programs.
            Add(Before(text, "passed"), Before(text, "failed"), Before(text, "ignored"));
        }
        else if (text.StartsWith("Tests: ", StringComparison.Ordinal) || text.StartsWith("Tests  ", StringComparison.Ordinal))
        {
            Set(Before(text, "passed") ?? 0, Before(text, "failed") ?? 0, (Before(text, "skipped") ?? 0) + (Before(text, "todo") ?? 0));
        }
        else if (text.Contains("Failed: ", StringComparison.Ordinal) && text.Contains("Passed: ", StringComparison.Ordinal) && text.Contains("Total: ", StringComparison.Ordinal))
        {
            Add(After(text, "Passed:"), After(text, "Failed:"), After(text, "Skipped:"));
        }
        else
        {
            TakeSingle(text);
        }
    }

    /// <summary>Counts that stand in a line each: node's own runner, TAP, mocha, the test platform of .NET.</summary>
    private void TakeSingle(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["#" or "\u2139", var word, var count] && Number(count) is { } said)
        {
            Count(word, said);
        }
        else if (words is [var label, var sum] && label.EndsWith(':') && (label is "failed:" or "succeeded:" or "skipped:") && Number(sum) is { } number)
        {
            Count(label[..^1], number);
        }
        else if (words is [var first, "passing" or "failing" or "pending", ..] && words.Length <= 3 && Number(first) is { } mocha)
        {
            Count(words[1], mocha);
        }
    }

    private void Count(string word, int count)
    {
        switch (word)
        {
            case "pass" or "passing" or "succeeded":
                Passed = count;
                break;
            case "fail" or "failing" or "failed":
                Failed = count;
                Passed ??= 0;
                break;
            case "skipped" or "pending" or "skip":
                Skipped = count;
                break;
        }
    }

    private void Set(int passed, int failed, int skipped) => (Passed, Failed, Skipped) = (passed, failed, skipped);

    private void Add(int? passed, int? failed, int? skipped)
    {
        if (passed is { } more)
        {
            Set((Passed ?? 0) + more, Failed + (failed ?? 0), Skipped + (skipped ?? 0));
        }
    }

    private static int? Before(string text, string word)
    {
        var words = text.Split([' ', ',', ';', '|', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, word);
        return at > 0 ? Number(words[at - 1]) : null;
    }

    private static int? After(string text, string word)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, word);
        return at >= 0 && at + 1 < words.Length ? Number(words[at + 1]) : null;
    }

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The line without the escapes that colour it.</summary>
    private static string Plain(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        if (!text.Contains('\u001b', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u001b')
            {
                plain.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '[')
            {
                i += 2;
                while (i < text.Length && !char.IsAsciiLetter(text[i]))
                {
                    i++;
                }
            }
        }

        return plain.ToString();
    }
}

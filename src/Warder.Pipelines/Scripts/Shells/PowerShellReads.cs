using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Shells;

/// <summary>PowerShell's ways to the environment: <c>$env:X</c>, <c>[Environment]</c> and the drive <c>Env:</c>.</summary>
internal sealed class PowerShellReads
{
    private const string Getter = "GetEnvironmentVariable";
    private readonly ReadCollector _collector;
    private readonly string _text;
    private EnvironmentRead? _last;
    private int _lastEnd;

    private PowerShellReads(ReadCollector collector)
    {
        _collector = collector;
        _text = collector.Text;
    }

    public static void Find(ReadCollector collector) => new PowerShellReads(collector).Scan();

    private void Scan()
    {
        var at = 0;
        while (at < _text.Length)
        {
            at = _text[at] switch
            {
                '#' when at == 0 || !VariableSyntax.IsPart(_text[at - 1]) => VariableSyntax.LineEnd(_text, at),
                '<' when StandsAt(at, "<#") => After("#>", at + 2),
                '@' when StandsAt(at, "@'") => After("'@", at + 2),
                '@' when StandsAt(at, "@\"") => at + 2,
                '\'' => EndOfQuoted(at + 1),
                '"' => ScanQuoted(at + 1),
                '`' => at + 2,
                '$' => ScanVariable(at, inQuotes: false),
                'e' or 'E' => ScanDrive(at),
                'G' or 'g' => ScanGetter(at),
                _ => at + 1,
            };
        }
    }

    private bool StandsAt(int at, string what) => string.Compare(_text, at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private int After(string what, int from)
    {
        var at = from > _text.Length ? -1 : _text.IndexOf(what, from, StringComparison.Ordinal);
        return at < 0 ? _text.Length : at + what.Length;
    }

    private int EndOfQuoted(int at)
    {
        var quote = _text.IndexOf('\'', Math.Min(at, _text.Length));
        return quote < 0 ? _text.Length : quote + 1;
    }

    // Strings in double quotes are expanded; only a # in them is no comment, so they are walked through here.
    private int ScanQuoted(int at)
    {
        while (at < _text.Length && _text[at] != '"')
        {
            at = _text[at] switch
            {
                '`' => at + 2,
                '$' => ScanVariable(at, inQuotes: true),
                _ => at + 1,
            };
        }

        return at + 1;
    }

    private int ScanVariable(int at, bool inQuotes)
    {
        var braced = StandsAt(at, "${env:");
        if (!braced && !StandsAt(at, "$env:"))
        {
            return at + 1;
        }

        var name = at + (braced ? 6 : 5);
        var nameEnd = VariableSyntax.End(_text, name);
        var end = braced ? nameEnd + 1 : nameEnd;
        if (nameEnd == name || end > _text.Length || (braced && _text[nameEnd] != '}'))
        {
            return at + 1;
        }

        if (inQuotes || !IsWrite(end, _text[name..nameEnd]))
        {
            Add(_text[name..nameEnd], TextSpan.FromBounds(at, end));
        }

        return end;
    }

    private bool IsWrite(int end, string name)
    {
        var at = VariableSyntax.SkipBlanks(_text, end);
        if (at >= _text.Length || _text[at] != '=')
        {
            return false;
        }

        at = VariableSyntax.SkipBlanks(_text, at + 1);
        var line = _text.AsSpan(at, VariableSyntax.LineEnd(_text, at) - at);
        if (line.Length > 0 && line[0] is '"' or '\'' && !line.Contains('$'))
        {
            _collector.Own(name, end);
        }

        return true;
    }

    // Env:X, as in Test-Path Env:X or Get-Item Env:\X.
    private int ScanDrive(int at)
    {
        if (!StandsAt(at, "env:") || (at > 0 && _text[at - 1] is not (' ' or '\t' or '(' or '"' or '\'' or ',')))
        {
            return SkipWord(at);
        }

        var name = at + 4;
        name += name < _text.Length && _text[name] is '\\' or '/' ? 1 : 0;
        var end = VariableSyntax.End(_text, name);
        if (end > name && !IsSetting(at))
        {
            Add(_text[name..end], TextSpan.FromBounds(at, end));
        }

        return Math.Max(end, at + 1);
    }

    private bool IsSetting(int at)
    {
        var start = Math.Max(0, at - 200);
        var before = _text.AsSpan(start, at - start);
        var line = before[(before.LastIndexOfAny('\n', ';', '|') + 1)..].TrimStart();
        return line.StartsWith("Set-", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Remove-", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("New-", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Clear-", StringComparison.OrdinalIgnoreCase);
    }

    private int ScanGetter(int at)
    {
        var open = at + Getter.Length;
        if (!StandsAt(at, Getter) || open + 1 >= _text.Length || _text[open] != '(' || _text[open + 1] is not ('"' or '\''))
        {
            return SkipWord(at);
        }

        var name = open + 2;
        var end = VariableSyntax.End(_text, name);
        if (end > name && end < _text.Length && _text[end] == _text[open + 1])
        {
            Add(_text[name..end], TextSpan.FromBounds(open + 1, end + 1));
            return end + 1;
        }

        return open + 1;
    }

    private int SkipWord(int at)
    {
        while (at < _text.Length && VariableSyntax.IsPart(_text[at]))
        {
            at++;
        }

        return at;
    }

    private void Add(string name, TextSpan span)
    {
        var read = _collector.Add(name, span);
        if (_last is not null && _text.AsSpan(_lastEnd, span.Start - _lastEnd).Trim() is "??")
        {
            _last.FallBackTo(read);
        }

        _last = read;
        _lastEnd = span.End;
    }
}

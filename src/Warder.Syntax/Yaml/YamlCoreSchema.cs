namespace Warder.Syntax.Yaml;

/// <summary>The YAML 1.2 core schema: what a scalar's text means.</summary>
internal static class YamlCoreSchema
{
    private const string CorePrefix = "tag:yaml.org,2002:";

    public static YamlScalarKind GetKind(string value, YamlScalarStyle style, string? tag)
    {
        if (tag is not null)
        {
            return GetTaggedKind(tag);
        }

        return style == YamlScalarStyle.Plain ? GetPlainKind(value) : YamlScalarKind.String;
    }

    private static YamlScalarKind GetTaggedKind(string tag)
    {
        var name = tag.AsSpan();
        if (name.StartsWith("!!", StringComparison.Ordinal))
        {
            name = name[2..];
        }
        else if (name.StartsWith("!<" + CorePrefix, StringComparison.Ordinal) && name[^1] == '>')
        {
            name = name[(2 + CorePrefix.Length)..^1];
        }
        else
        {
            return YamlScalarKind.String;
        }

        return name switch
        {
            "null" => YamlScalarKind.Null,
            "bool" => YamlScalarKind.Boolean,
            "int" or "float" => YamlScalarKind.Number,
            _ => YamlScalarKind.String,
        };
    }

    private static YamlScalarKind GetPlainKind(string value)
    {
        if (value.Length == 0)
        {
            return YamlScalarKind.Null;
        }

        switch (value[0])
        {
            case '~' or 'n' or 'N':
                return value is "~" or "null" or "Null" or "NULL" ? YamlScalarKind.Null : YamlScalarKind.String;
            case 't' or 'T' or 'f' or 'F':
                return value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE"
                    ? YamlScalarKind.Boolean
                    : YamlScalarKind.String;
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return IsNumber(value) ? YamlScalarKind.Number : YamlScalarKind.String;
            default:
                return YamlScalarKind.String;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        if (value.StartsWith("0x", StringComparison.Ordinal))
        {
            return value.Length > 2 && AreHexDigits(value[2..]);
        }

        if (value.StartsWith("0o", StringComparison.Ordinal))
        {
            return value.Length > 2 && value[2..].IndexOfAnyExceptInRange('0', '7') < 0;
        }

        if (value is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        if (value[0] is '+' or '-')
        {
            value = value[1..];
        }

        return value is ".inf" or ".Inf" or ".INF" || IsDecimal(value);
    }

    private static bool IsDecimal(ReadOnlySpan<char> value)
    {
        var whole = CountDigits(value);
        var rest = value[whole..];
        var fraction = 0;
        if (rest.Length > 0 && rest[0] == '.')
        {
            fraction = CountDigits(rest[1..]);
            rest = rest[(fraction + 1)..];
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (rest.Length > 0 && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            if (rest.Length > 0 && rest[0] is '+' or '-')
            {
                rest = rest[1..];
            }

            return rest.Length > 0 && CountDigits(rest) == rest.Length;
        }

        return rest.Length == 0;
    }

    private static bool AreHexDigits(ReadOnlySpan<char> value)
    {
        foreach (var unit in value)
        {
            if (!char.IsAsciiHexDigit(unit))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> value)
    {
        var other = value.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? value.Length : other;
    }
}

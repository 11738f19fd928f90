using System.Buffers;

namespace Warder.Syntax.Yaml;

/// <content>Collections in brackets.</content>
internal sealed partial class YamlCommonReader
{
    private static readonly SearchValues<char> PlainStopsInFlow = SearchValues.Create(":#\n\t,?[]{}");

    private bool ReadFlow()
    {
        var isMapping = _text[_at] == '{';
        var bracket = isMapping ? '}' : ']';
        if (!Open(isFlow: true, isMapping))
        {
            return false;
        }

        _at++;
        while (true)
        {
            SkipToToken();
            if (!IsAtEnd && _text[_at] == bracket)
            {
                break;
            }

            if (IsAtEnd || (isMapping && !ReadFlowKey()) || !ReadFlowNode())
            {
                return false;
            }

            SkipToToken();
            if (IsAtEnd || (_text[_at] != ',' && _text[_at] != bracket))
            {
                return false;
            }

            _at += _text[_at] == ',' ? 1 : 0;
        }

        _tree.Close(_at++);
        return true;
    }

    private bool ReadFlowKey()
    {
        var start = _at;
        if (!ScanFlowScalar(out var key) || !key.IsKey || _at - start > LongestKey || !AddScalar(start, key))
        {
            return false;
        }

        _at++;
        return SkipToToken() && !IsAtEnd;
    }

    private bool ReadFlowNode()
    {
        if (_text[_at] is '[' or '{')
        {
            return ReadFlow();
        }

        var start = _at;
        return ScanFlowScalar(out var scalar) && !scalar.IsKey && AddScalar(start, scalar);
    }

    private bool ScanFlowScalar(out ScannedScalar scalar) =>
        _text[_at] is '"' or '\'' ? ScanQuoted(out scalar) : ScanPlain(PlainStopsInFlow, out scalar);
}

using SharpYaml;
using SharpYaml.Events;

namespace Warder.Syntax.Yaml;

/// <summary>Builds the tree from the parser's events, taking of its marks only the index.</summary>
internal sealed class YamlTreeBuilder
{
    private readonly string _text;
    private readonly int _shift;
    private readonly YamlTreeStack _tree;

    public YamlTreeBuilder(SourceText source)
    {
        _text = source.Text;
        _shift = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        _tree = new YamlTreeStack(source);
    }

    public YamlTree Build()
    {
        // The parser would stop at its own depth too; one level more lets ours speak first.
        var parser = new Parser<YamlCharacterBuffer>(new YamlCharacterBuffer(_text, _shift), YamlLimits.MaxDepth + 1);
        var isWhole = false;
        try
        {
            while (!_tree.IsStopped && parser.MoveNext())
            {
                Read(parser.Current!);
            }

            isWhole = !_tree.IsStopped;
        }
        catch (YamlException exception)
        {
            AddSyntaxProblem(exception.Message, exception.Start.Index + _shift, exception.End.Index + _shift);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // The scanner lets these out for escapes beyond Unicode and the like.
            AddSyntaxProblem("Found text that is not YAML.", _tree.ReadTo, _tree.ReadTo);
        }

        if (!isWhole)
        {
            _tree.CloseAll();
        }

        return _tree.ToTree(isWhole ? _text.Length : _tree.ReadTo);
    }

    private void Read(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case Scalar scalar:
                ReadScalar(scalar);
                break;
            case MappingStart start:
                Open(start, start.Style == YamlStyle.Flow, isMapping: true);
                break;
            case MappingEnd end:
                // The parser's end mark of a flow collection stands before its bracket.
                _tree.Close(end.Start.Index + _shift);
                break;
            case SequenceStart start:
                Open(start, start.Style == YamlStyle.Flow, isMapping: false);
                break;
            case SequenceEnd end:
                _tree.Close(end.Start.Index + _shift);
                break;
            case AnchorAlias alias:
                _tree.Alias(TextSpan.FromBounds(alias.Start.Index + _shift, alias.End.Index + _shift), alias.Value);
                break;
            case DocumentEnd:
                _tree.EndDocument();
                break;
        }
    }

    private void ReadScalar(Scalar scalar)
    {
        var start = scalar.Start.Index + _shift;
        var end = scalar.End.Index + _shift;
        string? tag = null;
        if (scalar.Anchor is not null || scalar.Tag is not null)
        {
            start = YamlProperties.Skip(_text, start, scalar.Anchor is not null, scalar.Tag is not null, out tag, out var last);
            if (scalar.Value.Length == 0 && scalar.Style == ScalarStyle.Plain)
            {
                start = end = last;
            }
        }
        else if (scalar.Value.Length == 0 && scalar.Style == ScalarStyle.Plain)
        {
            start = end = _tree.PlaceOfNothing(start);
        }

        _tree.Scalar(start, end, scalar.Value, ToStyle(scalar.Style), scalar.Anchor, tag);
    }

    private static YamlScalarStyle ToStyle(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    private void Open(NodeEvent parsed, bool isFlow, bool isMapping)
    {
        var start = parsed.Start.Index + _shift;
        var isPair = isFlow && parsed.End.Index == 0;
        if (_tree.IsTooDeep(start, isPair))
        {
            return;
        }

        string? tag = null;
        if (parsed.Anchor is not null || parsed.Tag is not null)
        {
            start = YamlProperties.Skip(_text, start, parsed.Anchor is not null, parsed.Tag is not null, out tag, out _);
        }

        _tree.Open(start, isFlow, isMapping, isPair, parsed.Anchor, tag);
    }

    private void AddSyntaxProblem(string message, int start, int end)
    {
        start = Math.Clamp(start, 0, _text.Length);
        end = Math.Clamp(end, start, YamlCharacters.LineEnd(_text, start));
        _tree.Problems.Add(YamlProblemKind.Syntax, YamlProblemList.WithoutPlace(message), TextSpan.FromBounds(start, end));
    }
}

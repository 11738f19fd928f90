using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Search;
using Warder.Engine.Findings;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads what a policy says of the scan for token values.</summary>
internal sealed class ScanReader
{
    private const string Basis = "the policy of this repository";
    private readonly PolicyDraft _draft;

    public ScanReader(PolicyDraft draft) => _draft = draft;

    public ScanSettings Read(YamlMapping scan)
    {
        List<TokenFormat> formats = [];
        List<PathPattern> ignore = [];
        foreach (var (key, entry) in _draft.Entries(scan, "`scan`", PolicyKeys.Scan))
        {
            if (key == "ignore")
            {
                ignore = _draft.Patterns(entry, "scan.ignore");
            }
            else if (_draft.Mapping(entry, "scan.formats") is { } map)
            {
                formats = [.. MappingFields.Of(map).Select(ReadFormat).OfType<TokenFormat>()];
            }
        }

        return new ScanSettings(formats, ignore);
    }

    private TokenFormat? ReadFormat(YamlEntry entry)
    {
        if (entry.KeyText is not { } slug || _draft.Mapping(entry, $"scan.formats.{entry.KeyText}") is not { } map)
        {
            return null;
        }

        string? title = null;
        IReadOnlyList<BytePattern>? patterns = null;
        IReadOnlyList<string> keywords = [];
        var severity = Severity.Error;
        foreach (var (key, field) in _draft.Entries(map, "a format", PolicyKeys.Format))
        {
            switch (key)
            {
                case "title":
                    title = _draft.Text(field.Value, key);
                    break;
                case "pattern":
                    patterns = ReadPattern(field);
                    break;
                case "keywords":
                    keywords = [.. _draft.Texts(field, key).Select(t => t.Text)];
                    break;
                default:
                    severity = (Severity)(_draft.Word(field.Value, key, PolicyKeys.Severities) ?? (int)Severity.Error);
                    break;
            }
        }

        if (patterns is null)
        {
            _draft.Invalid(entry.Key.Span, $"The format `{slug}` has no `pattern`");
            return null;
        }

        if (keywords.Count == 0 ? patterns.Any(p => !AnchorChooser.CanFind(p)) : keywords.Any(k => k.Length < AnchorSearch.Width || !System.Text.Ascii.IsValid(k)))
        {
            _draft.Invalid(entry.Key.Span, $"The format `{slug}` has nothing to be found by: its pattern needs three literal characters at a fixed place, or `keywords` of three or more");
            return null;
        }

        return new TokenFormat { Slug = slug, Title = title ?? slug, Severity = severity, Basis = Basis, Keywords = keywords, Patterns = patterns };
    }

    private IReadOnlyList<BytePattern>? ReadPattern(YamlEntry field)
    {
        if (_draft.Text(field.Value, "pattern") is not { } text)
        {
            return null;
        }

        try
        {
            return PatternReader.Read(text);
        }
        catch (FormatException wrong)
        {
            _draft.Invalid(field.Value.Span, $"This is no pattern: {wrong.Message}");
            return null;
        }
    }
}

using Warder.Pipelines.Scripts;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Documents;

/// <summary>Walks front matter, permission files and tool configurations for tokens and the permissions claimed for them.</summary>
internal sealed class ConfigurationWalk
{
    private const int MaxDepth = 64;
    private readonly string _text;
    private readonly int _shift;
    private readonly TokenNames _names;
    private readonly MentionFinder _finder;
    private readonly MentionList _mentions;
    private readonly List<FoundMention> _found = [];

    /// <summary>Makes a walk.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="shift">What must be added to the spans of the YAML.</param>
    public ConfigurationWalk(SourceText source, int shift, TokenNames names, MentionList mentions)
    {
        _text = source.Text;
        _shift = shift;
        _names = names;
        _finder = new MentionFinder(source.Text, names);
        _mentions = mentions;
    }

    public List<ClaimedPermission> Claims { get; } = [];

    public void Visit(YamlNode? node) => Visit(node, key: null, depth: 0);

    private void Visit(YamlNode? node, string? key, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        switch (node)
        {
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    VisitEntry(entry, key, depth);
                }

                if (map.Find("permissions") is { } permissions)
                {
                    ClaimReader.Read(permissions.Value, TokenOf(map), _shift, Claims);
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Visit(item, key, depth + 1);
                }

                break;
            case YamlScalar scalar:
                VisitScalar(scalar, key);
                break;
        }
    }

    private void VisitEntry(YamlEntry entry, string? parent, int depth)
    {
        var key = entry.KeyText;
        var before = _mentions.Count;
        Visit(entry.Value, key, depth + 1);
        if (key is not null
            && _mentions.Count == before
            && entry.Value is YamlScalar
            && parent is "env" or "environment" or "inputs" or "secrets"
            && IsTokenName(key))
        {
            // The value says nothing of where it comes from: the variable itself is what the tool is given.
            AddName(key, entry.Key.Span, key);
        }
    }

    private void VisitScalar(YamlScalar scalar, string? key)
    {
        if (scalar.Value.Length < 3)
        {
            return;
        }

        if (NamesToken(key) && IsTokenName(scalar.Value))
        {
            AddName(scalar.Value, scalar.Span, key);
            return;
        }

        var span = new TextSpan(scalar.Span.Start + _shift, scalar.Span.Length);
        _found.Clear();
        _finder.Find(span, isCode: true, isWhole: false, _found);
        AddUnknownVariables(span);
        foreach (var mention in _found)
        {
            var isProse = mention.Form == MentionForm.Name && scalar.Value.Contains(' ', StringComparison.Ordinal);
            _mentions.Add(mention, isProse ? StanceOf(mention, span) : MentionStance.Advises, isInCode: !isProse, key);
        }
    }

    private MentionStance StanceOf(FoundMention mention, TextSpan range)
    {
        var (start, end) = DocumentSentence.Around(_text, mention.Span.Start, mention.Span.End, range.Start, range.End);
        return StanceReader.Of(_text.AsSpan(start, end - start), mention.Span.Start - start, mention.Span.End - start);
    }

    // ${NAME} and ${env:NAME} are variables of whoever runs the tool.
    private void AddUnknownVariables(TextSpan span)
    {
        for (var at = span.Start; at + 3 < span.End; at++)
        {
            if (_text[at] != '$' || _text[at + 1] != '{')
            {
                continue;
            }

            var name = string.CompareOrdinal(_text, at + 2, "env:", 0, 4) == 0 ? at + 6 : at + 2;
            var end = Math.Min(span.End, VariableSyntax.End(_text, name));
            if (end > name && TokenLike.IsName(_text.AsSpan(name, end - name)) && !_names.Contains(_text.AsSpan(name, end - name)))
            {
                _found.Add(new FoundMention(TokenReference.Named(_text[name..end]), TextSpan.FromBounds(name, end), MentionForm.Reference));
            }
        }
    }

    private void AddName(string name, TextSpan span, string? key)
    {
        // A quoted scalar's name stands within the quotes.
        var start = span.Start + _shift;
        var within = _text.IndexOf(name, start, Math.Min(span.Length, _text.Length - start), StringComparison.Ordinal);
        if (within >= 0)
        {
            _mentions.Add(new FoundMention(TokenReference.Named(name), new TextSpan(within, name.Length), MentionForm.Reference), MentionStance.Advises, isInCode: true, key);
        }
    }

    private bool IsTokenName(string name) =>
        VariableSyntax.IsName(name) && (_names.Contains(name) || TokenLike.IsName(name));

    private static bool NamesToken(string? key) =>
        key is "token" or "tokens" or "secret" or "secrets" or "env" or "env_key" or "envFile" or "env_vars" or "passEnv"
        || (key is not null
            && (key.EndsWith("env_var", StringComparison.Ordinal)
                || key.EndsWith("EnvVar", StringComparison.Ordinal)
                || key.EndsWith("_env", StringComparison.Ordinal)
                || key.EndsWith("_secret", StringComparison.Ordinal)
                || key.EndsWith("_token", StringComparison.Ordinal)));

    /// <summary>The one token that an object names beside its permissions.</summary>
    private string? TokenOf(YamlMapping map)
    {
        string? only = null;
        foreach (var entry in map.Entries)
        {
            if (entry.KeyText is not ("token" or "tokens" or "secret" or "secrets"))
            {
                continue;
            }

            var items = entry.Value is YamlSequence list ? list.Items : [entry.Value];
            foreach (var item in items)
            {
                if (item is YamlScalar scalar && VariableSyntax.IsName(scalar.Value) && (scalar.Value.Contains('_', StringComparison.Ordinal) || _names.Contains(scalar.Value)))
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = TokenReference.Named(scalar.Value).Name;
                }
            }
        }

        return only;
    }
}

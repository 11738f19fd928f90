using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Walks what a callable pipeline declares; descriptions are prose that the platform does not evaluate.</summary>
internal sealed class DeclarationWalker
{
    private readonly UseCollector _collector;

    public DeclarationWalker(UseCollector collector) => _collector = collector;

    /// <summary>Walks a map with <c>inputs</c>, <c>secrets</c> and <c>outputs</c>.</summary>
    public void Walk(YamlMapping declarations)
    {
        foreach (var entry in declarations.Entries)
        {
            _collector.AddAll(entry.Key, new UsePlace(UseScope.Field));
            WalkNamed(entry.Value, entry.KeyText);
        }
    }

    /// <summary>Walks the named entries of one of these maps.</summary>
    public void WalkNamed(YamlNode node, string? kind)
    {
        var scope = kind switch
        {
            "inputs" => UseScope.InputDefault,
            "outputs" => UseScope.Output,
            _ => UseScope.Field,
        };

        if (node is not YamlMapping map)
        {
            _collector.AddAll(node, new UsePlace(scope));
            return;
        }

        foreach (var entry in map.Entries)
        {
            var place = new UsePlace(scope, Binding: entry.KeyText);
            _collector.AddAll(entry.Key, place);
            if (entry.Value is not YamlMapping fields)
            {
                _collector.AddAll(entry.Value, place);
                continue;
            }

            foreach (var field in fields.Entries)
            {
                if (field.KeyText is not ("description" or "deprecationMessage"))
                {
                    _collector.AddAll(field.Key, place);
                    _collector.AddAll(field.Value, place);
                }
            }
        }
    }
}

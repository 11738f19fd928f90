using Warder.Engine.Findings;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Collects what is wrong with a policy file while it is read.</summary>
internal sealed class PolicyDraft(SourceText source)
{
    private const int MaxProblems = 100;

    public List<Diagnostic> Problems { get; } = [];

    public void Invalid(TextSpan span, string message, string? hint = null)
    {
        if (Problems.Count < MaxProblems)
        {
            Problems.Add(new Diagnostic("invalid-policy", hint is null ? message + "." : $"{message}. {hint}", source.Path, source.GetPosition(span.Start)));
        }
    }

    /// <summary>The entries of a mapping by key; an unknown key is a problem with a suggestion.</summary>
    public IEnumerable<(string Key, YamlEntry Entry)> Entries(YamlMapping mapping, string where, string[] known)
    {
        foreach (var entry in MappingFields.Of(mapping))
        {
            if (entry.KeyText is not { } key)
            {
                Invalid(entry.Key.Span, $"A key of {where} must be a text");
            }
            else if (Array.IndexOf(known, key) < 0)
            {
                Invalid(
                    entry.Key.Span,
                    $"There is no key `{key}` in {where}",
                    Spelling.Nearest(key, known) is { } near ? $"Did you mean `{near}`?" : $"Known are {string.Join(", ", known)}.");
            }
            else if (!MappingFields.IsNull(entry.Value))
            {
                yield return (key, entry);
            }
        }
    }

    /// <summary>The mapping that a value must be; null with a problem where it is none.</summary>
    public YamlMapping? Mapping(YamlEntry entry, string name)
    {
        if (entry.Value.AsMapping() is { } mapping)
        {
            return mapping;
        }

        Invalid(entry.Value.Span, $"`{name}` must be a mapping, not {Registry.RegistryDraft.Word(entry.Value)}");
        return null;
    }

    /// <summary>The text that a value must be; null with a problem where it is none.</summary>
    public string? Text(YamlNode value, string name)
    {
        if (value.AsScalar() is { } scalar && scalar.Value.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        Invalid(value.Span, $"`{name}` must be a text, not {(value.AsScalar() is null ? Registry.RegistryDraft.Word(value) : "empty")}");
        return null;
    }

    /// <summary>The texts of a list, or of one value alone; what is no text is a problem.</summary>
    public List<(string Text, TextSpan Span)> Texts(YamlEntry entry, string name)
    {
        var texts = new List<(string, TextSpan)>();
        if (entry.Value.AsSequence() is { } list)
        {
            foreach (var item in list.Items)
            {
                if (Text(item, name) is { } text)
                {
                    texts.Add((text, item.Span));
                }
            }
        }
        else if (entry.Value.AsScalar() is not null)
        {
            if (Text(entry.Value, name) is { } text)
            {
                texts.Add((text, entry.Value.Span));
            }
        }
        else
        {
            Invalid(entry.Value.Span, $"`{name}` must be a list of texts, not {Registry.RegistryDraft.Word(entry.Value)}");
        }

        return texts;
    }

    /// <summary>The path patterns of a list.</summary>
    public List<PathPattern> Patterns(YamlEntry entry, string name)
    {
        var patterns = new List<PathPattern>();
        foreach (var (text, _) in Texts(entry, name))
        {
            patterns.Add(new PathPattern(text));
        }

        return patterns;
    }

    /// <summary>One of some words; null with a problem and a suggestion where it is none of them.</summary>
    public int? Word(YamlNode value, string name, string[] known)
    {
        if (Text(value, name) is not { } text)
        {
            return null;
        }

        var index = Array.IndexOf(known, text.ToLowerInvariant());
        if (index >= 0)
        {
            return index;
        }

        var near = Spelling.Nearest(text, known);
        Invalid(value.Span, $"`{name}` cannot be `{text}`", near is null ? $"Write one of {string.Join(", ", known)}." : $"Did you mean `{near}`?");
        return null;
    }
}

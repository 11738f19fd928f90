using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the exceptions of a policy; one that lacks an owner, a reason or an end is a problem and holds nothing.</summary>
internal sealed class ExceptionReader(PolicyDraft draft, IReadOnlyCollection<string> slugs)
{
    public List<PolicyException> Read(YamlEntry entry)
    {
        var exceptions = new List<PolicyException>();
        if (entry.Value.AsSequence() is not { } list)
        {
            draft.Invalid(entry.Value.Span, $"`exceptions` must be a list, not {RegistryDraft.Word(entry.Value)}");
            return exceptions;
        }

        foreach (var item in list.Items)
        {
            if (item.AsMapping() is not { } mapping)
            {
                draft.Invalid(item.Span, $"An exception must be a mapping, not {RegistryDraft.Word(item)}");
            }
            else if (ReadOne(mapping) is { } exception)
            {
                exceptions.Add(exception);
            }
        }

        return exceptions;
    }

    private PolicyException? ReadOne(YamlMapping mapping)
    {
        var texts = new Dictionary<string, (string Text, TextSpan Span)>(StringComparer.Ordinal);
        foreach (var (key, entry) in draft.Entries(mapping, "an exception", PolicyKeys.Exception))
        {
            if (draft.Text(entry.Value, key) is { } text)
            {
                texts.TryAdd(key, (text, entry.Value.AsScalar()!.Span));
            }
        }

        List<string> missing = [.. PolicyKeys.RequiredInException.Where(k => !texts.ContainsKey(k))];
        if (missing.Count > 0)
        {
            draft.Invalid(mapping.Span, $"An exception needs {string.Join(", ", missing.Select(k => $"`{k}`"))}", "It holds nothing until then.");
            return null;
        }

        if (!FieldValues.TryDate(texts["expires"].Text, out var expires))
        {
            draft.Invalid(texts["expires"].Span, "`expires` must be a day written as year-month-day", "Write it like `2026-03-31`.");
            return null;
        }

        return RuleOf(texts["rule"].Text, texts["rule"].Span) is not { } rule ? null : new PolicyException
        {
            Rule = rule,
            Path = texts.TryGetValue("path", out var path) ? new PathPattern(path.Text) : null,
            Job = texts.TryGetValue("job", out var job) ? job.Text : null,
            Token = texts.TryGetValue("token", out var token) ? token.Text.ToUpperInvariant() : null,
            Owner = texts["owner"].Text,
            Reason = texts["reason"].Text,
            Expires = expires,
            Span = mapping.Span,
            ExpiresSpan = texts["expires"].Span,
        };
    }

    private string? RuleOf(string slug, TextSpan span)
    {
        if (!slugs.Contains(slug))
        {
            draft.Invalid(span, $"There is no rule `{slug}`", FieldValues.DidYouMean(slug, slugs.Order(StringComparer.Ordinal)));
            return null;
        }

        if (RuleCatalogue.Find(slug) is { Descriptor.Suppressible: false })
        {
            draft.Invalid(span, $"`{slug}` cannot be excepted");
            return null;
        }

        return slug;
    }
}

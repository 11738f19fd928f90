using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>Collects the mentions of one document.</summary>
internal sealed class MentionList
{
    private readonly SourceText _source;
    private readonly UseScope _scope;
    private readonly List<TokenMention> _mentions = [];

    public MentionList(SourceText source, UseScope scope)
    {
        _source = source;
        _scope = scope;
    }

    public int Count => _mentions.Count;

    public void Add(FoundMention found, MentionStance stance, bool isInCode, string? binding = null)
    {
        var use = new TokenUse
        {
            Token = found.Token,
            Path = _source.Path,
            Span = found.Span,
            Start = _source.GetPosition(found.Span.Start),
            End = _source.GetPosition(found.Span.End),
            Scope = _scope,
            Binding = binding,
        };
        _mentions.Add(new TokenMention(use, stance, isInCode));
    }

    /// <summary>The mentions in the order of the text, each place once.</summary>
    public IReadOnlyList<TokenMention> ToSorted()
    {
        var sorted = _mentions.OrderBy(m => m.Use.Span.Start).ThenByDescending(m => m.Use.Span.Length);
        var kept = new List<TokenMention>(_mentions.Count);
        var end = -1;
        foreach (var mention in sorted)
        {
            if (mention.Use.Span.Start >= end)
            {
                kept.Add(mention);
                end = mention.Use.Span.End;
            }
        }

        return kept;
    }

    /// <summary>The only token that is named and not forbidden; null where there are several or none.</summary>
    public string? OnlyToken()
    {
        string? only = null;
        foreach (var mention in _mentions)
        {
            if (mention.Stance == MentionStance.Forbids || string.Equals(only, mention.Use.Token.Name, StringComparison.Ordinal))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = mention.Use.Token.Name;
        }

        return only;
    }
}

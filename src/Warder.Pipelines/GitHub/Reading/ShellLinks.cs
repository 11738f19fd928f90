using Warder.Syntax;
using Warder.Syntax.Shell;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads <c>${A:-${B:-$C}}</c> as a chain of tokens.</summary>
internal sealed class ShellLinks
{
    private readonly YamlScalar _body;
    private readonly Func<string, IReadOnlyList<int>> _find;
    private readonly UseCollector _collector;
    private readonly List<ChainLink> _links = [];
    private readonly List<TextSpan> _spans = [];

    public ShellLinks(YamlScalar body, Func<string, IReadOnlyList<int>> find, UseCollector collector)
    {
        _body = body;
        _find = find;
        _collector = collector;
    }

    /// <summary>The span of each link in the file.</summary>
    public IReadOnlyList<TextSpan> Spans => _spans;

    /// <summary>The chain; null where none of its links is a token, or where one is and nothing but literals follow.</summary>
    public FallbackChain? Read(ShellVariableUse variable)
    {
        AddVariable(variable.Name, variable.NameSpan);
        AddWord(variable.Default);
        var tokens = 0;
        var open = 0;
        foreach (var link in _links)
        {
            tokens += link.Token is null ? 0 : 1;
            open += link.IsLiteral ? 0 : 1;
        }

        return tokens > 0 && open > 1 ? new FallbackChain(_links, _body.ToSourceSpan(variable.Span)) : null;
    }

    private void AddWord(ShellWord? word)
    {
        if (word is null)
        {
            return;
        }

        if (word.Expansions is [var only])
        {
            if (only is { Kind: ShellExpansionKind.Variable, Name: { } name })
            {
                AddVariable(name, only.NameSpan);
                AddWord(only.Default);
                return;
            }

            if (only.Kind == ShellExpansionKind.Template)
            {
                AddTemplate(only);
                return;
            }
        }

        Add(token: null, word.Literal ?? word.Text, word.Span, isLiteral: word.Literal is not null);
    }

    private void AddVariable(string name, TextSpan span)
    {
        var uses = _find(name);
        if (uses.Count == 0)
        {
            Add(token: null, "$" + name, span, isLiteral: false);
        }

        foreach (var use in uses)
        {
            Add(_collector.Uses[use].Token, "$" + name, span, isLiteral: false);
        }
    }

    private void AddTemplate(ShellExpansion template)
    {
        TokenReference? token = null;
        if (_collector.Find(_body) is { } found)
        {
            foreach (var candidate in found.Tokens)
            {
                if (candidate.Carried && template.Span.Contains(candidate.Span))
                {
                    token ??= candidate.Token;
                }
            }
        }

        Add(token, _body.Value.Substring(template.Span.Start, template.Span.Length), template.Span, isLiteral: false);
    }

    private void Add(TokenReference? token, string text, TextSpan span, bool isLiteral)
    {
        _links.Add(new ChainLink(token, text, isLiteral));
        _spans.Add(_body.ToSourceSpan(span));
    }
}

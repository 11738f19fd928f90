using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Finds tokens and environment variables in the expressions of one scalar.</summary>
internal sealed class ExpressionReferences
{
    private const string Secrets = "secrets";
    private const string Platform = "github";
    private const string Variables = "env";

    private readonly YamlScalar _scalar;

    public ExpressionReferences(YamlScalar scalar) => _scalar = scalar;

    public List<FoundToken> Tokens { get; } = [];

    public List<FoundVariable> EnvironmentReads { get; } = [];

    public void Add(ExpressionNode root) => Visit(root, carried: true, implied: null, link: default);

    private void Visit(ExpressionNode node, bool carried, ExpressionNode.Call? implied, ChainPlace link)
    {
        switch (node)
        {
            case ExpressionNode.Context context:
                AddWhole(context, context.Name, carried, implied, context.Span);
                break;
            case ExpressionNode.Access access:
                VisitAccess(access, carried, link);
                break;
            case ExpressionNode.Call call:
                var passes = carried && Passes(call.Name);
                foreach (var argument in call.Arguments)
                {
                    Visit(argument, passes, call, link: default);
                }

                break;
            case ExpressionNode.Not not:
                Visit(not.Operand, carried: false, implied: null, link: default);
                break;
            case ExpressionNode.Binary { Operator: "||" } choice when link.Chain is null:
                VisitChain(choice, carried);
                break;
            case ExpressionNode.Binary { Operator: "||" or "&&" } choice:
                Visit(choice.Left, carried && choice.Operator == "||", implied: null, link: default);
                Visit(choice.Right, carried, implied: null, link);
                break;
            case ExpressionNode.Binary comparison:
                Visit(comparison.Left, carried: false, implied: null, link: default);
                Visit(comparison.Right, carried: false, implied: null, link: default);
                break;
        }
    }

    private void VisitAccess(ExpressionNode.Access access, bool carried, ChainPlace link)
    {
        if (access.Target is not ExpressionNode.Context context)
        {
            Visit(access.Target, carried, implied: null, link: default);
            VisitIndex(access);
            return;
        }

        if (access.Index is null)
        {
            AddWhole(context, context.Name + ".*", carried, implied: null, access.Span);
            return;
        }

        if (Is(context, Secrets))
        {
            AddToken(ReadSecret(access), access.Span, carried, link);
        }
        else if (Is(context, Platform) && IsTokenOfPlatform(access))
        {
            AddToken(TokenReference.Default, access.Span, carried, link);
        }
        else if (Is(context, Variables))
        {
            EnvironmentReads.Add(new FoundVariable(
                access.Property, access.Span, carried, access.Property is null, link.Chain, link.Position));
        }

        VisitIndex(access);
    }

    private void VisitIndex(ExpressionNode.Access access)
    {
        if (access.Index is not null and not ExpressionNode.Literal)
        {
            Visit(access.Index, carried: false, implied: null, link: default);
        }
    }

    private void VisitChain(ExpressionNode.Binary choice, bool carried)
    {
        var nodes = new List<ExpressionNode>();
        Flatten(choice, nodes);
        var links = new ChainLink[nodes.Count];
        for (var i = 0; i < links.Length; i++)
        {
            links[i] = ReadLink(nodes[i]);
        }

        var chain = new FallbackChain(links, _scalar.ToSourceSpan(choice.Span));
        for (var i = 0; i < links.Length; i++)
        {
            Visit(nodes[i], carried, implied: null, new ChainPlace(chain, i));
        }
    }

    /// <summary>A choice in brackets behind a condition belongs to the same chain: <c>x &amp;&amp; (a || b) || c</c>.</summary>
    private void Flatten(ExpressionNode node, List<ExpressionNode> into)
    {
        switch (node)
        {
            case ExpressionNode.Binary { Operator: "||" } choice:
                Flatten(choice.Left, into);
                Flatten(choice.Right, into);
                break;
            case ExpressionNode.Binary { Operator: "&&", Right: ExpressionNode.Binary { Operator: "||" } inner } guarded:
                Visit(guarded.Left, carried: false, implied: null, link: default);
                Flatten(inner, into);
                break;
            default:
                into.Add(node);
                break;
        }
    }

    private ChainLink ReadLink(ExpressionNode node)
    {
        var text = _scalar.Value.Substring(node.Span.Start, node.Span.Length);
        var conditional = false;
        while (node is ExpressionNode.Binary { Operator: "&&" } guarded)
        {
            node = guarded.Right;
            conditional = true;
        }

        return new ChainLink(ReadToken(node), text, node is ExpressionNode.Literal) { IsConditional = conditional };
    }

    private static TokenReference? ReadToken(ExpressionNode node) => node switch
    {
        ExpressionNode.Access { Target: ExpressionNode.Context context, Index: not null } access when Is(context, Secrets) => ReadSecret(access),
        ExpressionNode.Access { Target: ExpressionNode.Context context } access when Is(context, Platform) && IsTokenOfPlatform(access) =>
            TokenReference.Default,
        _ => null,
    };

    private static TokenReference ReadSecret(ExpressionNode.Access access) =>
        access.Property is { } name ? TokenReference.Named(name) : new TokenReference(TokenKind.Dynamic, "?");

    private static bool IsTokenOfPlatform(ExpressionNode.Access access) =>
        string.Equals(access.Property, "token", StringComparison.OrdinalIgnoreCase);

    private void AddWhole(ExpressionNode.Context context, string text, bool carried, ExpressionNode.Call? implied, TextSpan span)
    {
        if (Is(context, Secrets))
        {
            AddToken(new TokenReference(TokenKind.All, "*"), span, carried, link: default);
        }
        else if (Is(context, Platform))
        {
            Tokens.Add(new FoundToken
            {
                Token = TokenReference.Default,
                Span = span,
                Carried = carried,
                Implied = implied is null ? text : $"{implied.Name}({text})",
            });
        }
        else if (Is(context, Variables))
        {
            EnvironmentReads.Add(new FoundVariable(Name: null, span, carried, IsComputed: false, Chain: null, ChainPosition: 0));
        }
    }

    private void AddToken(TokenReference token, TextSpan span, bool carried, ChainPlace link) =>
        Tokens.Add(new FoundToken { Token = token, Span = span, Carried = carried, Chain = link.Chain, ChainPosition = link.Position });

    /// <summary>Whether a function's value holds what it is given; a hash or a test does not.</summary>
    private static bool Passes(string function) =>
        function.Equals("format", StringComparison.OrdinalIgnoreCase)
        || function.Equals("join", StringComparison.OrdinalIgnoreCase)
        || function.Equals("toJSON", StringComparison.OrdinalIgnoreCase)
        || function.Equals("fromJSON", StringComparison.OrdinalIgnoreCase)
        || function.Equals("case", StringComparison.OrdinalIgnoreCase);

    private static bool Is(ExpressionNode.Context context, string name) => context.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private readonly record struct ChainPlace(FallbackChain? Chain, int Position);
}

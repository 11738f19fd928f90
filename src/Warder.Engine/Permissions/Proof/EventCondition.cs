using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What the condition of a job or step says of the events on which it runs.</summary>
internal readonly struct EventCondition
{
    /// <summary>The trigger under which the name of the event is the caller's.</summary>
    public const string Called = "workflow_call";
    private readonly ExpressionNode? _root;

    private EventCondition(ExpressionNode? root) => _root = root;

    /// <summary>Reads a condition; null for none.</summary>
    public static EventCondition Of(YamlScalar? condition) => new(Root(condition));

    /// <summary>Whether the condition is written as never true.</summary>
    public bool IsNever(PipelineScope scope) =>
        _root is { } root && ValueReader.Read(root, scope, variables: null) is { Truth: false, Tokens.Count: 0 };

    /// <summary>
    /// What must hold before the condition can be true, in words, where it is true neither with the defaults of the inputs nor with what
    /// any caller in the repository gives; null where it is with one of these, or where the callers do not decide it.
    /// </summary>
    public string? OnlyWhereAsked(PipelineScope scope)
    {
        if (scope.Events is [Called] && _root is { } root && Passes(root, Called) == false)
        {
            return "the event that the condition asks for has started a caller";
        }

        if (scope.Unasked is not { } unasked || !IsNever(unasked))
        {
            return null;
        }

        foreach (var asked in scope.Asked?.Value ?? [])
        {
            if (!IsNever(asked))
            {
                return null;
            }
        }

        return "a caller gives other inputs than those in this repository do";
    }

    /// <summary>The events that pass the condition's comparisons with <c>github.event_name</c>; a called workflow sees its caller's, whatever that is.</summary>
    public IReadOnlyList<string>? Narrow(IReadOnlyList<string>? events) =>
        events is not null && _root is { } root ? [.. events.Where(e => e == Called || Passes(root, e) != false)] : events;

    /// <summary>The event as a clause compares it: one text where all events agree, null where they do not.</summary>
    public static string? Compare(IReadOnlyList<string>? events, FactClause clause)
    {
        if (events is not { Count: > 0 } || events.Contains(Called, StringComparer.Ordinal))
        {
            return null;
        }

        // A permission that some of the events need is needed: one run in which the clause holds is enough.
        return events.FirstOrDefault(e => clause.Holds(e) == true) ?? events[0];
    }

    private static ExpressionNode? Root(YamlScalar? condition)
    {
        if (condition is null)
        {
            return null;
        }

        var text = condition.Value;
        var places = EmbeddedExpression.FindAll(text);
        if (places.Count == 0)
        {
            return ExpressionParser.Parse(text, new TextSpan(0, text.Length)).Root;
        }

        var isWhole = places.Count == 1 && text.Trim().Length == places[0].Outer.Length;
        return isWhole && places[0].IsClosed ? ExpressionParser.Parse(text, places[0].Inner).Root : null;
    }

    private static bool? Passes(ExpressionNode node, string name) => node switch
    {
        ExpressionNode.Binary { Operator: "&&" } and => And(Passes(and.Left, name), Passes(and.Right, name)),
        ExpressionNode.Binary { Operator: "||" } or => Not(And(Not(Passes(or.Left, name)), Not(Passes(or.Right, name)))),
        ExpressionNode.Binary { Operator: "==" } equal => IsEvent(equal, name),
        ExpressionNode.Binary { Operator: "!=" } unequal => Not(IsEvent(unequal, name)),
        ExpressionNode.Not not => Not(Passes(not.Operand, name)),
        _ => null,
    };

    private static bool? IsEvent(ExpressionNode.Binary comparison, string name)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        var literal = (left as ExpressionNode.Literal ?? right as ExpressionNode.Literal)?.Value as string;
        var access = left as ExpressionNode.Access ?? right as ExpressionNode.Access;
        var isEventName = access is { Target: ExpressionNode.Context context, Property: { } property }
            && context.Name.Equals("github", StringComparison.OrdinalIgnoreCase)
            && property.Equals("event_name", StringComparison.OrdinalIgnoreCase);
        return literal is not null && isEventName ? string.Equals(literal, name, StringComparison.OrdinalIgnoreCase) : null;
    }

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left == true && right == true ? true : null;

    private static bool? Not(bool? value) => !value;
}

using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Permissions.Values;

/// <summary>Reads what a scalar of a pipeline may hold: literals, tokens, inputs and variables that are known, holes for the rest.</summary>
internal static class ValueReader
{
    private const string AnyRepository = "\u0001/\u0001";

    /// <summary>The value of a scalar; nothing where there is none.</summary>
    public static PossibleValue Read(YamlScalar? scalar, PipelineScope pipeline, VariableScope? variables) =>
        scalar is null ? PossibleValue.Empty : Read(scalar.Value, pipeline, variables);

    /// <summary>The value of a text with expressions.</summary>
    public static PossibleValue Read(string text, PipelineScope pipeline, VariableScope? variables)
    {
        if (!GitHubExpressions.IsTemplate(text))
        {
            return PossibleValue.Of(text);
        }

        var parts = new List<PossibleValue>();
        var at = 0;
        var trimmed = text.Trim();
        foreach (var place in EmbeddedExpression.FindAll(trimmed))
        {
            if (place.Outer.Start > at)
            {
                parts.Add(PossibleValue.Of(trimmed[at..place.Outer.Start]));
            }

            parts.Add(place.IsClosed && ExpressionParser.Parse(trimmed, place.Inner).Root is { } root ? Read(root, pipeline, variables) : PossibleValue.Opaque);
            at = place.Outer.End;
        }

        if (at < trimmed.Length)
        {
            parts.Add(PossibleValue.Of(trimmed[at..]));
        }

        return PossibleValue.Join(parts);
    }

    /// <summary>The value of an expression.</summary>
    public static PossibleValue Read(ExpressionNode node, PipelineScope pipeline, VariableScope? variables)
    {
        switch (node)
        {
            case ExpressionNode.Literal literal:
                return PossibleValue.OfLiteral(literal.Value);
            case ExpressionNode.Binary { Operator: "||" } or:
                return Read(or.Left, pipeline, variables).WithFallback(Read(or.Right, pipeline, variables));
            case ExpressionNode.Binary { Operator: "&&" } and:
                return And(Read(and.Left, pipeline, variables), Read(and.Right, pipeline, variables));
            case ExpressionNode.Not not:
                return PossibleValue.Decided(!Read(not.Operand, pipeline, variables).Truth);
            case ExpressionNode.Binary { Operator: "==" or "!=" } comparison:
                return Compare(comparison, pipeline, variables);
            case ExpressionNode.Binary:
                return PossibleValue.Undecided;
            case ExpressionNode.Call call:
                return Called(call, pipeline, variables);
            case ExpressionNode.Access { Target: ExpressionNode.Access { Property: "outputs", Target: ExpressionNode.Access { Property: { } step, Target: ExpressionNode.Context { Name: "steps" } } } } output:
                return pipeline.Output(step, output.Property);
            case ExpressionNode.Access { Target: ExpressionNode.Context context } access:
                return Property(context.Name, access.Property, pipeline, variables);
            default:
                return PossibleValue.Opaque;
        }
    }

    private static PossibleValue Compare(ExpressionNode.Binary comparison, PipelineScope pipeline, VariableScope? variables)
    {
        var (left, right) = (Read(comparison.Left, pipeline, variables), Read(comparison.Right, pipeline, variables));
        bool? isEqual = left.IsWhole && right.IsWhole ? string.Equals(left.Text, right.Text, StringComparison.OrdinalIgnoreCase)
            : left.IsWhole && !MayBe(right, left.Text!) ? false
            : right.IsWhole && !MayBe(left, right.Text!) ? false
            : null;
        return PossibleValue.Decided(comparison.Operator == "==" ? isEqual : !isEqual);
    }

    /// <summary>Whether a text with holes may turn out to be another: <c>github.repository</c> always holds a slash.</summary>
    private static bool MayBe(PossibleValue value, string text)
    {
        if (value.Text is not { } open)
        {
            return true;
        }

        var parts = open.Split(Facts.FactCondition.Hole);
        return text.Length >= parts.Sum(p => p.Length)
            && text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)
            && text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase)
            && parts.All(p => text.Contains(p, StringComparison.OrdinalIgnoreCase));
    }

    private static PossibleValue And(PossibleValue left, PossibleValue right) => left.Truth switch
    {
        true => right,
        false => left,
        // What fails the condition is empty or false; a fallback behind it takes over then.
        _ => PossibleValue.Either(right, PossibleValue.Empty),
    };

    private static PossibleValue Called(ExpressionNode.Call call, PipelineScope pipeline, VariableScope? variables)
    {
        var parts = call.Arguments.Select(a => Read(a, pipeline, variables)).ToList();
        if (parts.Count == 0 || !parts.Exists(p => p.Tokens.Count > 0 || p.IsFromOutside))
        {
            return PossibleValue.Opaque;
        }

        return PossibleValue.Join([.. parts, PossibleValue.Opaque]);
    }

    private static PossibleValue Property(string context, string? property, PipelineScope pipeline, VariableScope? variables)
    {
        if (property is null)
        {
            return PossibleValue.Opaque;
        }

        switch (context.ToLowerInvariant())
        {
            case "secrets":
                return pipeline.Secret(property);
            case "inputs":
                return pipeline.Input(property);
            case "env":
                return variables?.Find(property) ?? PossibleValue.Opaque;
            case "github" when property.Equals("token", StringComparison.OrdinalIgnoreCase):
                return PossibleValue.DefaultToken;
            case "github" when property.Equals("repository", StringComparison.OrdinalIgnoreCase):
                return PossibleValue.Of(AnyRepository);
            case "github" when property.Equals("event_name", StringComparison.OrdinalIgnoreCase) && pipeline.Events is [var only] && only != Proof.EventCondition.Called:
                return PossibleValue.Of(only);
            case "github" when property.Equals("server_url", StringComparison.OrdinalIgnoreCase):
                return PossibleValue.Of("https://github.com");
            case "github" when property.Equals("api_url", StringComparison.OrdinalIgnoreCase):
                return PossibleValue.Of("https://api.github.com");
            default:
                return PossibleValue.Opaque;
        }
    }
}

using System.Runtime.CompilerServices;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>The expressions of one file, each parsed once however often it is asked for; spans are offsets in the scalar's value.</summary>
public sealed class GitHubExpressions
{
    private Dictionary<YamlScalar, IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)>>? _embedded;
    private Dictionary<YamlScalar, IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)>>? _conditions;

    /// <summary>Whether a text holds <c>${{</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTemplate(string text) => text.Contains(EmbeddedExpression.Opening, StringComparison.Ordinal);

    /// <summary>The expressions between <c>${{ }}</c> in a scalar, in order; empty where there is none.</summary>
    public IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)> In(YamlScalar scalar)
    {
        if (!IsTemplate(scalar.Value))
        {
            return [];
        }

        if ((_embedded ??= []).TryGetValue(scalar, out var known))
        {
            return known;
        }

        var found = EmbeddedExpression.FindAll(scalar.Value);
        var parsed = new (EmbeddedExpression, ExpressionResult)[found.Count];
        for (var i = 0; i < parsed.Length; i++)
        {
            parsed[i] = (found[i], found[i].IsClosed ? ExpressionParser.Parse(scalar.Value, found[i].Inner) : Unclosed(found[i]));
        }

        _embedded.Add(scalar, parsed);
        return parsed;
    }

    /// <summary>The expressions of a condition: those between <c>${{ }}</c>, or the whole text where there is no such thing; none for an empty one.</summary>
    public IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)> InCondition(YamlScalar scalar)
    {
        var value = scalar.Value;
        if (IsTemplate(value))
        {
            return In(scalar);
        }

        if (string.IsNullOrWhiteSpace(value) || scalar.Kind == YamlScalarKind.Null)
        {
            return [];
        }

        if ((_conditions ??= []).TryGetValue(scalar, out var known))
        {
            return known;
        }

        var whole = new TextSpan(0, value.Length);
        (EmbeddedExpression, ExpressionResult)[] parsed =
            [(new EmbeddedExpression(whole, whole, IsClosed: true), ExpressionParser.Parse(value, whole))];
        _conditions.Add(scalar, parsed);
        return parsed;
    }

    private static ExpressionResult Unclosed(EmbeddedExpression place) =>
        new(null, "the expression is not closed: '}}' is missing", new TextSpan(place.Outer.Start, EmbeddedExpression.Opening.Length));
}

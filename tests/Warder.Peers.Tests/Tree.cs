using System.Globalization;
using System.Text;
using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Peers.Tests;

/// <summary>
/// Trees of expressions in the notation of <c>expressions.mjs</c>, with one change: a chain of <c>||</c> or <c>&amp;&amp;</c> is written as
/// nested pairs, since Warder's tree does not tell <c>a || b || c</c> from <c>(a || b) || c</c>, which mean the same.
/// </summary>
internal static class Tree
{
    /// <summary>Writes Warder's tree.</summary>
    public static string Of(ExpressionNode? node) => node switch
    {
        null => "*",
        ExpressionNode.Literal literal => Literal(literal.Value),
        ExpressionNode.Context context => context.Name.ToLowerInvariant(),
        ExpressionNode.Access access => $"(. {Of(access.Target)} {Of(access.Index)})",
        ExpressionNode.Call call => $"({string.Join(' ', ["call", call.Name.ToLowerInvariant(), .. call.Arguments.Select(Of)])})",
        ExpressionNode.Not not => $"(! {Of(not.Operand)})",
        ExpressionNode.Binary binary => $"({binary.Operator} {Of(binary.Left)} {Of(binary.Right)})",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    /// <summary>Turns the chains of GitHub's tree into pairs.</summary>
    public static string InPairs(string tree)
    {
        var at = 0;
        return Read(tree, ref at);
    }

    private static string Read(string tree, ref int at)
    {
        if (tree[at] != '(')
        {
            return Atom(tree, ref at);
        }

        at++;
        var items = new List<string>();
        while (tree[at] != ')')
        {
            items.Add(Read(tree, ref at));
            at += tree[at] == ' ' ? 1 : 0;
        }

        at++;
        if (items[0] is not ("||" or "&&"))
        {
            return $"({string.Join(' ', items)})";
        }

        return items.Skip(2).Aggregate(items[1], (left, right) => $"({items[0]} {left} {right})");
    }

    private static string Atom(string tree, ref int at)
    {
        var from = at;
        if (tree[at] == '\'')
        {
            do
            {
                at = tree.IndexOf('\'', at + 1) + 1;
            }
            while (at < tree.Length && tree[at] == '\'');
        }
        else
        {
            while (at < tree.Length && tree[at] is not (' ' or ')'))
            {
                at++;
            }
        }

        return tree[from..at];
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    // As JavaScript writes it, as far as the generated numbers go.
    private static string Number(double value) => value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
}

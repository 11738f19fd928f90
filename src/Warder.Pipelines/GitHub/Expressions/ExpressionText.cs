using System.Text;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Writes the tree of an expression as nested lists, the form in which it is compared with GitHub's own parser.</summary>
/// <remarks>
/// <c>name</c> in lower case for a context, <c>'it''s'</c>, <c>true</c>, <c>null</c>, numbers as JavaScript writes them,
/// <c>(. target index)</c> with <c>*</c> for a wildcard, <c>(call name argument ...)</c>, <c>(! operand)</c>, <c>(== left right)</c>, and one
/// <c>(|| a b c)</c> for a chain that no parentheses cut. The script tests/peers/expressions.mjs describes the same form.
/// </remarks>
internal static class ExpressionText
{
    /// <summary>The nested lists of a tree.</summary>
    public static string Write(ExpressionNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Literal literal:
                AppendLiteral(text, literal.Value);
                return;
            case ExpressionNode.Context context:
                text.Append(context.Name.ToLowerInvariant());
                return;
            case ExpressionNode.Access { Index: null } all:
                AppendList(text, ".", all.Target);
                text.Length--;
                text.Append(" *)");
                return;
            case ExpressionNode.Access access:
                AppendList(text, ".", access.Target, access.Index!);
                return;
            case ExpressionNode.Call call:
                AppendList(text, "call " + call.Name.ToLowerInvariant(), [.. call.Arguments]);
                return;
            case ExpressionNode.Not not:
                AppendList(text, "!", not.Operand);
                return;
            case ExpressionNode.Binary binary:
                AppendList(text, binary.Operator, [.. Operands(binary)]);
                return;
        }
    }

    private static List<ExpressionNode> Operands(ExpressionNode.Binary binary)
    {
        var operands = new List<ExpressionNode> { binary.Right };
        while (ContinuesChain(binary, out var left))
        {
            binary = left;
            operands.Add(binary.Right);
        }

        operands.Add(binary.Left);
        operands.Reverse();
        return operands;
    }

    // An operand in parentheses starts after the node that holds it: the parenthesis belongs to the holder alone.
    private static bool ContinuesChain(ExpressionNode.Binary binary, out ExpressionNode.Binary left)
    {
        left = binary.Left as ExpressionNode.Binary ?? binary;
        return binary.Operator is "||" or "&&"
            && !ReferenceEquals(left, binary)
            && string.Equals(left.Operator, binary.Operator, StringComparison.Ordinal)
            && left.Span.Start == binary.Span.Start;
    }

    private static void AppendList(StringBuilder text, string head, params ReadOnlySpan<ExpressionNode> parts)
    {
        text.Append('(').Append(head);
        foreach (var part in parts)
        {
            text.Append(' ');
            Append(text, part);
        }

        text.Append(')');
    }

    private static void AppendLiteral(StringBuilder text, object? value)
    {
        switch (value)
        {
            case string words:
                text.Append('\'').Append(words.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                return;
            case double number:
                text.Append(ExpressionNumber.Write(number));
                return;
            default:
                text.Append(value switch { true => "true", false => "false", _ => "null" });
                return;
        }
    }
}

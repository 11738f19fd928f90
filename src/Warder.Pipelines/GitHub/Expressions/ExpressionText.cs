using System.Globalization;
using System.Text;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Writes the tree of an expression as nested lists, the form in which it is compared with GitHub's own parser.</summary>
/// <remarks>
/// <c>name</c> for a context, <c>'it''s'</c>, <c>true</c>, <c>null</c>, <c>#</c> and the sixteen hexadecimal digits of a number's bits,
/// <c>(. target index)</c> with <c>*</c> for a wildcard, <c>(call name argument ...)</c>, <c>(! operand)</c>, <c>(|| left right)</c>.
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
                text.Append(context.Name);
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
                AppendList(text, "call " + call.Name, [.. call.Arguments]);
                return;
            case ExpressionNode.Not not:
                AppendList(text, "!", not.Operand);
                return;
            case ExpressionNode.Binary binary:
                AppendList(text, binary.Operator, binary.Left, binary.Right);
                return;
        }
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
                // Bits, because no two languages print a number in the same way.
                var canonical = double.IsNaN(number) ? BitConverter.UInt64BitsToDouble(0x7ff8_0000_0000_0000) : number;
                text.Append('#').Append(BitConverter.DoubleToUInt64Bits(canonical).ToString("x16", CultureInfo.InvariantCulture));
                return;
            default:
                text.Append(value switch { true => "true", false => "false", _ => "null" });
                return;
        }
    }
}

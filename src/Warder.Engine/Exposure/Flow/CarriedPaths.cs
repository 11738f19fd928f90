using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Engine.Exposure.Flow;

/// <summary>The values that an expression's value carries; what is only compared or asked for a word is not carried.</summary>
internal static class CarriedPaths
{
    private static readonly string[] Harmless = ["contains", "startswith", "endswith", "hashfiles", "always", "success", "failure", "cancelled"];

    /// <summary>Their paths, and whether all that is below a path is carried.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, bool Whole)> Of(ExpressionNode? node) => Of(node, whole: false);

    private static IEnumerable<(IReadOnlyList<string> Path, bool Whole)> Of(ExpressionNode? node, bool whole) => node switch
    {
        ExpressionNode.Context or ExpressionNode.Access => UntrustedContexts.PathOf(node) is { } path ? [(path, whole)] : [],
        ExpressionNode.Call call when Array.IndexOf(Harmless, call.Name.ToLowerInvariant()) < 0 =>
            call.Arguments.SelectMany(a => Of(a, whole || call.Name.Equals("toJSON", StringComparison.OrdinalIgnoreCase))),
        ExpressionNode.Binary { Operator: "||" } either => Of(either.Left, whole).Concat(Of(either.Right, whole)),
        ExpressionNode.Binary { Operator: "&&" } both => Of(both.Right, whole),
        _ => [],
    };
}

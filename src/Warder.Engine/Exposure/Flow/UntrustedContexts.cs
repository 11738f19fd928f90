using System.Text.Json;
using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Engine.Exposure.Flow;

/// <summary>The values that strangers can write, from <c>untrusted-contexts.json</c>.</summary>
internal static class UntrustedContexts
{
    private static readonly Lazy<IReadOnlyList<UntrustedContext>> All = new(Load);
    private static readonly string[] Harmless = ["contains", "startswith", "endswith", "hashfiles", "always", "success", "failure", "cancelled"];

    /// <summary>The untrusted values that an expression's value carries; what is only compared or asked for a word is not carried.</summary>
    public static IReadOnlyList<UntrustedContext> In(ExpressionNode? node)
    {
        var found = new List<UntrustedContext>();
        Collect(node, whole: false, found);
        return found;
    }

    private static void Collect(ExpressionNode? node, bool whole, List<UntrustedContext> found)
    {
        switch (node)
        {
            case ExpressionNode.Context or ExpressionNode.Access:
                var path = PathOf(node);
                if (path is not null)
                {
                    found.AddRange(All.Value.Where(c => c.Fits(path, whole)));
                }

                return;
            case ExpressionNode.Call call when Array.IndexOf(Harmless, call.Name.ToLowerInvariant()) < 0:
                foreach (var argument in call.Arguments)
                {
                    Collect(argument, whole || call.Name.Equals("toJSON", StringComparison.OrdinalIgnoreCase), found);
                }

                return;
            case ExpressionNode.Binary { Operator: "||" } either:
                Collect(either.Left, whole, found);
                Collect(either.Right, whole, found);
                return;
            case ExpressionNode.Binary { Operator: "&&" } both:
                Collect(both.Right, whole, found);
                return;
        }
    }

    /// <summary>The names of a path from its context on; a computed name is any name. Null where it starts at something computed.</summary>
    public static IReadOnlyList<string>? PathOf(ExpressionNode node)
    {
        var parts = new List<string>();
        while (node is ExpressionNode.Access access)
        {
            parts.Insert(0, access.Property ?? "*");
            node = access.Target;
        }

        if (node is not ExpressionNode.Context context)
        {
            return null;
        }

        parts.Insert(0, context.Name);
        return parts;
    }

    private static UntrustedContext[] Load()
    {
        using var data = typeof(UntrustedContexts).Assembly.GetManifestResourceStream("untrusted-contexts.json")!;
        using var document = JsonDocument.Parse(data);
        return
        [
            .. document.RootElement.GetProperty("contexts").EnumerateArray().Select(row => new UntrustedContext(
                row.GetProperty("context").GetString()!,
                [.. row.GetProperty("events").EnumerateArray().Select(e => e.GetString()!)],
                row.GetProperty("words").GetString()!)),
        ];
    }
}

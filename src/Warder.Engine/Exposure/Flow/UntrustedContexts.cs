using System.Text.Json;
using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Engine.Exposure.Flow;

/// <summary>The values that strangers can write, from <c>untrusted-contexts.json</c>.</summary>
internal static class UntrustedContexts
{
    private static readonly Lazy<IReadOnlyList<UntrustedContext>> All = new(Load);

    /// <summary>The untrusted values that an expression's value carries.</summary>
    public static IReadOnlyList<UntrustedContext> In(ExpressionNode? node)
    {
        List<UntrustedContext> found = [];
        foreach (var (path, whole) in CarriedPaths.Of(node))
        {
            found.AddRange(All.Value.Where(c => c.Fits(path, whole)));
        }

        return found;
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

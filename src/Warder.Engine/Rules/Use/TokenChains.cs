using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Use;

/// <summary>Lists the fallback chains of a file, each once.</summary>
internal static class TokenChains
{
    /// <summary>The chains of a pipeline: those of its expressions, then those that its shells make.</summary>
    public static IReadOnlyList<TokenChain> Of(Pipeline pipeline, IReadOnlyList<TokenUse> uses)
    {
        var chains = Of(uses, areExpressions: true);
        if (pipeline.ShellFallbacks.Count == 0)
        {
            return chains;
        }

        var seen = chains.Select(c => c.Chain.Span).ToHashSet();
        List<TokenChain> all = [.. chains];
        foreach (var fallback in pipeline.ShellFallbacks)
        {
            if (seen.Add(fallback.Chain.Span))
            {
                var step = pipeline.Jobs.FirstOrDefault(j => j.Id == fallback.Job)?.Steps.FirstOrDefault(s => s.Index == fallback.StepIndex);
                all.Add(new TokenChain(fallback.Chain, Use: null, fallback.Job, step, IsLive: true, IsExpression: false));
            }
        }

        return all;
    }

    /// <summary>The chains in which uses stand.</summary>
    public static IReadOnlyList<TokenChain> Of(IReadOnlyList<TokenUse> uses, bool areExpressions = false)
    {
        List<TokenChain>? chains = null;
        var seen = new HashSet<TextSpan>();
        foreach (var use in uses)
        {
            if (use.Chain is { } chain && seen.Add(chain.Span))
            {
                (chains ??= []).Add(new TokenChain(chain, use, use.Job, Step: null, !use.OnlyTested, areExpressions));
            }
        }

        return chains ?? (IReadOnlyList<TokenChain>)[];
    }
}

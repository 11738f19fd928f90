using System.IO.Hashing;
using System.Runtime.InteropServices;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Engine.Auditing.Caching;

/// <summary>What findings rest on beside the files: where any of it is another, nothing that was kept holds.</summary>
internal sealed class CacheContext
{
    private readonly XxHash128 _hash = new();

    private CacheContext()
    {
    }

    /// <summary>What the findings in workflows rest on: the day, policy and registry, the rules, and which workflows there are.</summary>
    public static string OfPipelines(Repository repository, IEnumerable<Rule> rules, IReadOnlyList<string> pipelines, IEnumerable<string> workflows) =>
        OfAll(repository, rules).Add(pipelines).Add(workflows).ToString();

    /// <summary>What the findings in scripts and documents rest on: the same, and the names that are looked for.</summary>
    public static string OfOthers(
        Repository repository,
        IEnumerable<Rule> rules,
        IEnumerable<(string Path, bool IsConfiguration)> documents,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments)
    {
        var context = OfAll(repository, rules).Add(names.All).Add(documents.Where(d => d.IsConfiguration).Select(d => d.Path));
        foreach (var (script, variables) in environments.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            context.Add(script);
            foreach (var (variable, tokens) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
            {
                context.Add(variable).Add(tokens.Select(t => $"{t.Kind} {t.Name}"));
            }
        }

        return context.ToString();
    }

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private static CacheContext OfAll(Repository repository, IEnumerable<Rule> rules)
    {
        return new CacheContext()
            .Add($"{repository.Today:O} {repository.ExpectsRegistry} {repository.ProvesOtherTokens}")
            .Add(repository.Policy.Source)
            .Add(repository.Registry?.Source)
            .Add(rules.Select(r => r.Descriptor.Slug));
    }

    private CacheContext Add(SourceText? source) => Add(source?.Path).Add(source?.Text);

    private CacheContext Add(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Add(text);
        }

        return Add(text: null);
    }

    private CacheContext Add(string? text)
    {
        // The length first, so that two texts are never one.
        var length = text?.Length ?? -1;
        _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(ref length)));
        _hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }
}

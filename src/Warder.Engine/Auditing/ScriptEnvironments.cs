using Warder.Pipelines;

namespace Warder.Engine.Auditing;

/// <summary>What the environment of each called script holds, over all calls.</summary>
internal static class ScriptEnvironments
{
    public static IReadOnlyDictionary<string, IReadOnlyList<TokenReference>> None { get; } =
        new Dictionary<string, IReadOnlyList<TokenReference>>(StringComparer.Ordinal);

    public static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> Of(IReadOnlyList<FileAudit> pipelines)
    {
        var byScript = new Dictionary<string, Dictionary<string, List<TokenReference>>>(StringComparer.Ordinal);
        foreach (var call in pipelines.SelectMany(p => p.ScriptCalls))
        {
            if (!byScript.TryGetValue(call.Path, out var variables))
            {
                byScript[call.Path] = variables = new Dictionary<string, List<TokenReference>>(StringComparer.Ordinal);
            }

            foreach (var (variable, token) in call.Environment)
            {
                if (!variables.TryGetValue(variable, out var tokens))
                {
                    variables[variable] = tokens = [];
                }

                if (!tokens.Contains(token))
                {
                    tokens.Add(token);
                }
            }
        }

        return byScript.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>)pair.Value.ToDictionary(
                v => v.Key,
                v => (IReadOnlyList<TokenReference>)v.Value,
                StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}

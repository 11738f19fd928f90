using Warder.Pipelines.Scripts;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What is known of the environment of one step, and where tokens reach in it.</summary>
internal sealed class StepFlow
{
    private readonly EnvironmentFlow _flow;

    public StepFlow(EnvironmentFlow flow, Job job, Step step, EnvironmentFrame? frame)
    {
        _flow = flow;
        Job = job;
        Step = step;
        Frame = frame;
    }

    public Job Job { get; }

    public Step Step { get; }

    public EnvironmentFrame? Frame { get; }

    public UseCollector Collector => _flow.Collector;

    /// <summary>The folder of the action whose step it is; null in a workflow.</summary>
    public string? ActionDirectory
    {
        get
        {
            var path = Collector.Source.Path;
            return Job.Id.Length > 0 ? null : path[..Math.Max(path.LastIndexOf('/'), 0)];
        }
    }

    /// <summary>Notes that uses reach a place of this step.</summary>
    /// <param name="uses">The uses.</param>
    /// <param name="via">The variable as written there.</param>
    /// <param name="consumer">Who takes it.</param>
    /// <param name="offset">The offset in the file.</param>
    public void Reach(IReadOnlyList<int> uses, string via, string? consumer, int offset)
    {
        if (uses.Count == 0)
        {
            return;
        }

        var position = Collector.Source.GetPosition(offset);
        foreach (var use in uses)
        {
            _flow.AddReach(use, new UseReach(Job.Id, Step.Label, Step.Index, via, consumer, position));
        }
    }

    /// <summary>Follows each <c>env.NAME</c> of a scalar; gives the uses that its value then carries.</summary>
    public List<int> FollowExpressions(YamlScalar scalar, string? consumer)
    {
        var carried = new List<int>();
        if (Frame is null || Collector.Find(scalar) is not { EnvironmentReads.Count: > 0 } found)
        {
            return carried;
        }

        foreach (var read in found.EnvironmentReads)
        {
            if (!read.Carried)
            {
                continue;
            }

            var uses = Find(read);
            Reach(uses, read.Name is null ? "env" : "env." + read.Name, consumer, scalar.ToSourceOffset(read.Span.Start));
            carried.AddRange(uses);
            if (uses.Count > 0)
            {
                _flow.ResolveLink(read, Collector.Uses[uses[0]].Token);
            }

            if (read.IsComputed)
            {
                Collector.AddUnknown(
                    "environment variable", "its name is computed, and variables of the step hold tokens", scalar.ToSourceOffset(read.Span.Start));
            }
        }

        return carried;
    }

    /// <summary>The uses that an expression's read of the environment carries.</summary>
    public IReadOnlyList<int> Find(FoundVariable read)
    {
        if (Frame is null || read.IsComputed)
        {
            return [];
        }

        if (read.Name is not null)
        {
            return Frame.FindInExpression(read.Name) ?? [];
        }

        var all = new List<int>();
        foreach (var (_, uses) in Frame.Visible(forCommands: false))
        {
            all.AddRange(uses);
        }

        return all;
    }

    /// <summary>Notes that the step runs a script of the repository.</summary>
    public void AddScriptCall(string path, Dictionary<string, TokenReference> environment)
    {
        foreach (var variable in Step.TokenVariables)
        {
            environment.TryAdd(variable.Name, variable.Token);
        }

        if (environment.Count > 0 && !_flow.ScriptCalls.Exists(known => IsSame(known, path, environment)))
        {
            _flow.ScriptCalls.Add(new ScriptCall(path, environment));
        }
    }

    private static bool IsSame(ScriptCall known, string path, Dictionary<string, TokenReference> environment)
    {
        if (known.Environment.Count != environment.Count || !string.Equals(known.Path, path, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var (name, token) in known.Environment)
        {
            if (!environment.TryGetValue(name, out var other) || other != token)
            {
                return false;
            }
        }

        return true;
    }

    public void AddFallback(ShellFallback fallback) => _flow.AddFallback(fallback);
}

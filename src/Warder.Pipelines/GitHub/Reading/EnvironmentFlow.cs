using Warder.Pipelines.Scripts;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Follows tokens through environment variables to the steps that read them.</summary>
internal sealed class EnvironmentFlow
{
    private const string InlineScriptAction = "actions/github-script";

    private readonly UseCollector _collector;
    private readonly Dictionary<int, List<UseReach>> _reaches = [];
    private readonly Dictionary<FallbackChain, ChainLink[]> _resolvedLinks = new(ReferenceEqualityComparer.Instance);
    private readonly List<ShellFallback> _fallbacks = [];

    public EnvironmentFlow(UseCollector collector) => _collector = collector;

    public IReadOnlyList<ShellFallback> Fallbacks => _fallbacks;

    public UseCollector Collector => _collector;

    /// <summary>Scripts of the repository that steps run with a token in their environment.</summary>
    public List<ScriptCall> ScriptCalls { get; } = [];

    public void Follow(IReadOnlyList<EnvironmentEntry> variables, IReadOnlyList<Job> jobs)
    {
        if (_collector.Uses.Count == 0)
        {
            return;
        }

        var shared = EnvironmentFrame.Open(variables, outer: null, ReadWritten);
        foreach (var job in jobs)
        {
            var container = EnvironmentFrame.Open(job.ContainerVariables, outer: null, ReadWritten, isContainer: true);
            var pipeline = container is null ? shared : EnvironmentFrame.Open(variables, container, ReadWritten);
            var frame = EnvironmentFrame.Open(job.Variables, pipeline, ReadWritten);
            foreach (var step in job.Steps)
            {
                FollowStep(job, step, frame);
            }
        }
    }

    /// <summary>The uses in the order of the text, with what was learned of each.</summary>
    public IReadOnlyList<TokenUse> TakeUses()
    {
        var uses = _collector.Uses;
        foreach (var (index, reaches) in _reaches)
        {
            uses[index] = uses[index] with { Reaches = reaches };
        }

        var chains = new Dictionary<FallbackChain, FallbackChain>(ReferenceEqualityComparer.Instance);
        foreach (var (chain, links) in _resolvedLinks)
        {
            chains.Add(chain, chain with { Links = links });
        }

        for (var i = 0; i < uses.Count && chains.Count > 0; i++)
        {
            if (uses[i].Chain is { } chain && chains.TryGetValue(chain, out var resolved))
            {
                uses[i] = uses[i] with { Chain = resolved };
            }
        }

        uses.Sort(static (left, right) =>
        {
            var byStart = left.Span.Start.CompareTo(right.Span.Start);
            return byStart != 0 ? byStart : left.Span.End.CompareTo(right.Span.End);
        });
        return uses;
    }

    public IReadOnlyList<Unknown> TakeUnknowns()
    {
        var unknowns = new List<Unknown>(_collector.Unknowns.Distinct());
        unknowns.Sort(static (left, right) =>
        {
            var byPlace = left.Position.CompareTo(right.Position);
            return byPlace != 0 ? byPlace : string.CompareOrdinal(left.Because, right.Because);
        });
        return unknowns;
    }

    public void AddFallback(ShellFallback fallback)
    {
        foreach (var known in _fallbacks)
        {
            if (known.Chain.Span == fallback.Chain.Span && known.StepIndex == fallback.StepIndex && known.Job == fallback.Job)
            {
                return;
            }
        }

        _fallbacks.Add(fallback);
    }

    public void AddReach(int use, UseReach reach)
    {
        if (!_reaches.TryGetValue(use, out var reaches))
        {
            _reaches.Add(use, reaches = []);
        }

        if (!reaches.Contains(reach))
        {
            reaches.Add(reach);
        }
    }

    private void FollowStep(Job job, Step step, EnvironmentFrame? outer)
    {
        var before = new StepFlow(this, job, step, outer);
        var frame = EnvironmentFrame.Open(step.Variables, outer, value => ReadThrough(value, before));
        var flow = new StepFlow(this, job, step, frame);
        if (frame is not null)
        {
            step.TokenVariables = ListVariables(frame);
            FollowInputs(step, frame, flow);
        }

        if (step.Script is { } script)
        {
            new ScriptFlow(flow).Follow(script.Body, script.Language);
        }
    }

    private static void FollowInputs(Step step, EnvironmentFrame frame, StepFlow flow)
    {
        if (step.Action is not { } action)
        {
            return;
        }

        if (step.Variables.Count > 0)
        {
            foreach (var (name, uses) in frame.Own)
            {
                flow.Reach(uses, "$" + name, action.Text, action.Span.Start);
            }
        }

        foreach (var input in step.Inputs)
        {
            if (input.Value is not { } value)
            {
                continue;
            }

            flow.FollowExpressions(value, action.Text);
            if (input.Name.Equals("script", StringComparison.OrdinalIgnoreCase) && action.Name == InlineScriptAction)
            {
                new ScriptFlow(flow).FollowMentions(value, ScriptLanguage.JavaScript, action.Text);
            }
        }
    }

    private List<TokenVariable> ListVariables(EnvironmentFrame frame)
    {
        var variables = new List<TokenVariable>();
        foreach (var (name, uses) in frame.Visible(forCommands: true))
        {
            foreach (var use in uses)
            {
                variables.Add(new TokenVariable(name, _collector.Uses[use].Token, _collector.Uses[use].Span));
            }
        }

        return variables;
    }

    private int[] ReadWritten(YamlScalar value)
    {
        if (_collector.Find(value) is not { Tokens.Count: > 0 } found)
        {
            return [];
        }

        var uses = new List<int>(found.Tokens.Count);
        AddWritten(found, uses);
        return [.. uses];
    }

    private int[] ReadThrough(YamlScalar value, StepFlow before)
    {
        if (_collector.Find(value) is not { } found)
        {
            return [];
        }

        var uses = new List<int>(found.Tokens.Count);
        AddWritten(found, uses);
        uses.AddRange(before.FollowExpressions(value, consumer: null));
        return [.. uses];
    }

    private static void AddWritten(ScalarReferences found, List<int> uses)
    {
        for (var i = 0; i < found.Tokens.Count; i++)
        {
            if (found.Tokens[i].Carried)
            {
                uses.Add(found.FirstUse + i);
            }
        }
    }

    /// <summary>Notes which token a link such as <c>env.A</c> of a chain holds.</summary>
    public void ResolveLink(FoundVariable variable, TokenReference token)
    {
        if (variable.Chain is not { } chain)
        {
            return;
        }

        if (!_resolvedLinks.TryGetValue(chain, out var links))
        {
            _resolvedLinks.Add(chain, links = [.. chain.Links]);
        }

        links[variable.ChainPosition] = links[variable.ChainPosition] with { Token = token };
    }
}

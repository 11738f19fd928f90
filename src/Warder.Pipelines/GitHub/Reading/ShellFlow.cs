using Warder.Pipelines.Scripts;
using Warder.Syntax;
using Warder.Syntax.Shell;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Follows tokens through a shell script: those pasted into it and those in its variables.</summary>
internal sealed class ShellFlow
{
    private readonly StepFlow _flow;
    private readonly YamlScalar _body;
    private readonly ShellScript _script;
    private readonly ShellOutputs _outputs;
    private readonly Dictionary<string, List<int>> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<ShellCommand, List<ShellArrival>> _arrivals = [];
    private TextSpan _lastFallback;

    public ShellFlow(StepFlow flow, YamlScalar body)
    {
        _flow = flow;
        _body = body;
        // Of a script that an input holds nobody else asks.
        _script = flow.Step.Script is { } script && ReferenceEquals(script.Body, body) ? script.Shell : ShellParser.Parse(body.Value);
        _outputs = new ShellOutputs(_script);
    }

    public void Follow()
    {
        AddPasted();
        foreach (var use in _script.VariableUses)
        {
            ListOf(use.Command).Add(new ShellArrival(use.Span, use.Name, use, Uses: null, IsPasted: false));
        }

        foreach (var command in _script.Commands)
        {
            FollowCommand(command);
        }

        foreach (var path in ScriptCallFinder.Find(_script, _flow.Step.Script?.WorkingDirectory, _flow.ActionDirectory))
        {
            _flow.AddScriptCall(path, ReadBound());
        }
    }

    private void AddPasted()
    {
        if (_flow.Collector.Find(_body) is not { } found)
        {
            return;
        }

        for (var i = 0; i < found.Tokens.Count; i++)
        {
            Place(found.Tokens[i].Span, "", [found.FirstUse + i], isPasted: true, found.Tokens[i].Carried);
        }

        foreach (var read in found.EnvironmentReads)
        {
            if (_flow.Find(read) is { Count: > 0 } uses)
            {
                Place(read.Span, read.Name is null ? "env" : "env." + read.Name, uses, isPasted: false, read.Carried);
            }
        }
    }

    private void Place(TextSpan span, string name, IReadOnlyList<int> uses, bool isPasted, bool carried)
    {
        if (_outputs.FindCommand(span.Start) is { } command)
        {
            ListOf(command).Add(new ShellArrival(span, name, Variable: null, carried ? uses : [], isPasted));
            if (!carried && isPasted)
            {
                SetConsumer(uses, command, binding: null);
            }
        }
        else if (!isPasted && carried)
        {
            _flow.Reach(uses, name, consumer: null, _body.ToSourceOffset(span.Start));
        }
    }

    private void FollowCommand(ShellCommand command)
    {
        var consumer = CommandName.Of(command);
        var named = new HashSet<int>();
        if (_arrivals.TryGetValue(command, out var arrivals))
        {
            foreach (var arrival in arrivals)
            {
                FollowArrival(command, consumer, arrival, named);
            }
        }

        FollowImplied(command, named);
    }

    private Dictionary<string, TokenReference> ReadBound()
    {
        var bound = new Dictionary<string, TokenReference>(StringComparer.Ordinal);
        foreach (var (name, uses) in _locals)
        {
            bound.TryAdd(name, _flow.Collector.Uses[uses[0]].Token);
        }

        return bound;
    }

    private void FollowArrival(ShellCommand command, string? consumer, ShellArrival arrival, HashSet<int> named)
    {
        var uses = arrival.Uses ?? FindVariable(arrival.Name);
        if (arrival.Variable is { Default: not null } variable)
        {
            AddFallback(variable);
        }

        if (uses.Count == 0)
        {
            return;
        }

        var assigned = FindAssignment(command, arrival.Span);
        if (arrival.IsPasted)
        {
            SetConsumer(uses, command, assigned?.Name);
        }
        else
        {
            var via = arrival.Variable is null ? arrival.Name : "$" + arrival.Name;
            _flow.Reach(uses, via, consumer, _body.ToSourceOffset(arrival.Span.Start));
        }

        named.UnionWith(uses);
        if (arrival.Variable?.Expansion is { IsLength: true } or { Operator: ":+" or "+" })
        {
            return;
        }

        if (assigned is not null)
        {
            Bind(assigned.Name, uses);
        }

        if (_outputs.FileOf(command) is { } file && !CommandName.IsTest(command))
        {
            Leave(uses, file, _body.ToSourceOffset(arrival.Span.Start));
        }
    }

    private void FollowImplied(ShellCommand command, HashSet<int> named)
    {
        if (CommandName.OfProgram(command, out var index) is not { } program)
        {
            return;
        }

        foreach (var reader in ImpliedReaders.Find(program))
        {
            if (reader.Verbs.Length > 0
                && (index + 1 >= command.Words.Count
                    || command.Words[index + 1].Literal is not { } verb
                    || !reader.Verbs.Contains(verb, StringComparer.Ordinal)))
            {
                continue;
            }

            foreach (var variable in reader.Variables)
            {
                if (FindSet(variable) is not { } uses)
                {
                    continue;
                }

                if (!named.Overlaps(uses))
                {
                    _flow.Reach(uses, "$" + variable, program, _body.ToSourceOffset(command.Span.Start));
                }

                if (reader.FirstWins)
                {
                    break;
                }
            }
        }
    }

    private void AddFallback(ShellVariableUse variable)
    {
        if (_lastFallback.Contains(variable.Span))
        {
            return;
        }

        var links = new ShellLinks(_body, FindVariable, _flow.Collector);
        if (links.Read(variable) is not { } chain)
        {
            return;
        }

        _lastFallback = variable.Span;
        var source = _flow.Collector.Source;
        _flow.AddFallback(new ShellFallback
        {
            Job = _flow.Job.Id,
            Step = _flow.Step.Label,
            StepKey = _flow.Step.Key,
            StepIndex = _flow.Step.Index,
            Chain = chain,
            LinkSpans = links.Spans,
            Start = source.GetPosition(chain.Span.Start),
            End = source.GetPosition(chain.Span.End),
        });
    }

    private void SetConsumer(IReadOnlyList<int> uses, ShellCommand command, string? binding)
    {
        var all = _flow.Collector.Uses;
        foreach (var use in uses)
        {
            all[use] = all[use] with
            {
                Consumer = binding is null ? CommandName.Of(command) : null,
                Binding = all[use].Explicit ? binding : all[use].Binding,
                OnlyTested = all[use].OnlyTested || CommandName.IsTest(command),
            };
        }
    }

    private void Leave(IReadOnlyList<int> uses, string file, int offset)
    {
        foreach (var use in uses)
        {
            var token = _flow.Collector.Uses[use].Token.Name;
            var because = file == ShellOutputs.Environment
                ? $"it may reach later steps of job '{_flow.Job.Id}' through {file}"
                : $"it may leave by an output of step '{_flow.Step.Label}'";
            _flow.Collector.AddUnknown($"token {token}", because, offset);
        }
    }

    private static ShellAssignment? FindAssignment(ShellCommand command, TextSpan span)
    {
        foreach (var assignment in command.Assignments)
        {
            if (assignment.Value is { } value && value.Span.Contains(span))
            {
                return assignment;
            }
        }

        return null;
    }

    private void Bind(string name, IReadOnlyList<int> uses)
    {
        if (!_locals.TryGetValue(name, out var bound))
        {
            _locals.Add(name, bound = []);
        }

        foreach (var use in uses)
        {
            if (!bound.Contains(use))
            {
                bound.Add(use);
            }
        }
    }

    private IReadOnlyList<int> FindVariable(string name) => FindSet(name) ?? [];

    /// <summary>What a variable may hold: what the script put there, else what the environment has; null where neither sets it.</summary>
    private IReadOnlyList<int>? FindSet(string name) => _locals.TryGetValue(name, out var local) ? local : _flow.Frame?.Find(name);

    private List<ShellArrival> ListOf(ShellCommand command)
    {
        if (!_arrivals.TryGetValue(command, out var list))
        {
            _arrivals.Add(command, list = []);
        }

        return list;
    }
}

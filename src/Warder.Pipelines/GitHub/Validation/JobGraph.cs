using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Checks the ids of jobs and what they need.</summary>
internal sealed class JobGraph(ProblemList found)
{
    private readonly Dictionary<string, (YamlEntry Entry, int Index)> _jobs = new(StringComparer.OrdinalIgnoreCase);
    private State[] _states = [];

    private enum State
    {
        New,
        Open,
        Done,
    }

    /// <summary>Checks all jobs of a workflow.</summary>
    public void Check(YamlMapping jobs, YamlNode key)
    {
        foreach (var entry in jobs.Entries)
        {
            if (entry.KeyText is not { } id || id is "<<")
            {
                continue;
            }

            if (Identifier.Problem(id) is { } problem)
            {
                found.Add(problem, entry.Key.Span);
            }

            _jobs.TryAdd(id, (entry, _jobs.Count));
        }

        if (_jobs.Count == 0)
        {
            found.Add("a workflow needs at least one job", key.Span);
            return;
        }

        _states = new State[_jobs.Count];
        foreach (var entry in jobs.Entries)
        {
            if (entry.KeyText is { } id && _jobs.TryGetValue(id, out var job))
            {
                Visit(id, job.Entry, job.Index);
            }
        }
    }

    private void Visit(string id, YamlEntry job, int index)
    {
        if (_states[index] != State.New)
        {
            return;
        }

        _states[index] = State.Open;
        foreach (var need in NeedsOf(job))
        {
            if (!_jobs.TryGetValue(need.Value, out var needed))
            {
                var nearest = NearMiss.Find(need.Value, _jobs.Keys);
                found.Add($"job '{id}' needs '{need.Value}', which does not exist{(nearest is null ? "" : $"; did you mean '{nearest}'?")}", need.Span);
            }
            else if (_states[needed.Index] == State.Open)
            {
                found.Add($"job '{id}' needs '{need.Value}', which waits for '{id}' itself", need.Span);
            }
            else
            {
                Visit(need.Value, needed.Entry, needed.Index);
            }
        }

        _states[index] = State.Done;
    }

    private static IEnumerable<YamlScalar> NeedsOf(YamlEntry job)
    {
        switch (job.Value.AsMapping()?.Get("needs"))
        {
            case YamlScalar { Value.Length: > 0 } one when one.Kind != YamlScalarKind.Null:
                yield return one;
                break;
            case YamlSequence several:
                foreach (var item in several.Items)
                {
                    if (item.AsScalar() is { Value.Length: > 0 } need)
                    {
                        yield return need;
                    }
                }

                break;
        }
    }
}

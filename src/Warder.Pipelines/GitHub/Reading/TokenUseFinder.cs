using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Walks a workflow once, telling the collector of each scalar and where it stands.</summary>
internal sealed class TokenUseFinder
{
    private readonly UseCollector _collector;

    public TokenUseFinder(UseCollector collector) => _collector = collector;

    public void WalkWorkflow(YamlMapping root, IReadOnlyList<Job> jobs)
    {
        foreach (var entry in root.Entries)
        {
            var place = new UsePlace(UseScope.Field, Binding: entry.KeyText);
            _collector.AddAll(entry.Key, place);
            switch (entry.KeyText)
            {
                case "env":
                    _collector.AddNamed(entry.Value, place.At(UseScope.PipelineEnv));
                    break;
                case "on":
                    WalkTriggers(entry.Value);
                    break;
                case "jobs" when entry.Value is YamlMapping map:
                    WalkJobs(map, jobs);
                    break;
                case "permissions":
                    _collector.AddAll(entry.Value, place);
                    _collector.AddIdentityGrant(PermissionReader.Read(entry), job: null);
                    break;
                case "description":
                    break;
                default:
                    _collector.AddAll(entry.Value, place);
                    break;
            }
        }
    }

    /// <summary>Walks the steps of a job or an action.</summary>
    public void WalkSteps(YamlNode node, IReadOnlyList<Step> steps, UsePlace place)
    {
        if (node is not YamlSequence sequence)
        {
            _collector.AddAll(node, place);
            return;
        }

        var next = 0;
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            while (next < steps.Count && steps[next].Index < index)
            {
                next++;
            }

            if (sequence.Items[index] is YamlMapping mapping && next < steps.Count && steps[next].Index == index)
            {
                WalkStep(mapping, steps[next], place with { Step = steps[next] });
            }
            else
            {
                _collector.AddAll(sequence.Items[index], place);
            }
        }
    }

    private void WalkTriggers(YamlNode node)
    {
        var place = new UsePlace(UseScope.Field, Binding: "on");
        if (node is not YamlMapping triggers)
        {
            _collector.AddAll(node, place);
            return;
        }

        foreach (var trigger in triggers.Entries)
        {
            _collector.AddAll(trigger.Key, place);
            if (trigger.KeyText is "workflow_call" or "workflow_dispatch" && trigger.Value is YamlMapping declarations)
            {
                new DeclarationWalker(_collector).Walk(declarations);
            }
            else
            {
                _collector.AddAll(trigger.Value, place);
            }
        }
    }

    private void WalkJobs(YamlMapping map, IReadOnlyList<Job> jobs)
    {
        foreach (var entry in map.Entries)
        {
            var place = new UsePlace(UseScope.Field, entry.KeyText);
            _collector.AddAll(entry.Key, place);
            if (MappingEntries.IsMerge(entry) && entry.Value is YamlMapping merged)
            {
                WalkJobs(merged, jobs);
            }
            else if (entry.Value is YamlMapping mapping && FindJob(jobs, entry) is { } job)
            {
                WalkJob(mapping, job, place);
            }
            else
            {
                _collector.AddAll(entry.Value, place);
            }
        }
    }

    private static Job? FindJob(IReadOnlyList<Job> jobs, YamlEntry entry)
    {
        foreach (var job in jobs)
        {
            if (job.KeySpan == entry.Key.Span)
            {
                return job;
            }
        }

        return null;
    }

    private void WalkJob(YamlMapping mapping, Job job, UsePlace place)
    {
        foreach (var entry in mapping.Entries)
        {
            var field = place with { Binding = entry.KeyText };
            _collector.AddAll(entry.Key, field);
            switch (entry.KeyText)
            {
                case "if":
                    _collector.AddCondition(entry.Value, field);
                    break;
                case "env":
                    _collector.AddNamed(entry.Value, field.At(UseScope.JobEnv));
                    break;
                case "steps":
                    WalkSteps(entry.Value, job.Steps, field);
                    break;
                case "container":
                    WalkContainer(entry.Value, field, UseScope.ContainerCredentials);
                    break;
                case "services":
                    WalkServices(entry.Value, field);
                    break;
                case "with" when job.Call is not null:
                    _collector.AddNamed(entry.Value, field.At(UseScope.CallInput, consumer: job.Call.Target));
                    break;
                case "secrets" when job.Call is not null:
                    WalkCallSecrets(entry.Value, field.At(UseScope.CallSecret, consumer: job.Call.Target), job.Call);
                    break;
                case "outputs":
                    WalkOutputs(entry.Value, field.At(UseScope.Output));
                    break;
                case "permissions":
                    _collector.AddAll(entry.Value, field);
                    _collector.AddIdentityGrant(PermissionReader.Read(entry), job.Id);
                    break;
                case "snapshot":
                    WalkSnapshot(entry.Value, field);
                    break;
                case "<<" when entry.Value is YamlMapping merged:
                    WalkJob(merged, job, place);
                    break;
                default:
                    _collector.AddAll(entry.Value, field);
                    break;
            }
        }
    }

    private void WalkSnapshot(YamlNode node, in UsePlace place)
    {
        if (node is not YamlMapping mapping)
        {
            _collector.AddAll(node, place);
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            _collector.AddAll(entry.Key, place);
            if (entry.KeyText is "if")
            {
                _collector.AddCondition(entry.Value, place);
            }
            else
            {
                _collector.AddAll(entry.Value, place);
            }
        }
    }

    private void WalkCallSecrets(YamlNode node, in UsePlace place, PipelineCall call)
    {
        if (node is YamlScalar word && call.InheritSpan is not null)
        {
            _collector.AddInherited(word.ToSourceSpan(new TextSpan(0, word.Value.Length)), place);
            return;
        }

        _collector.AddNamed(node, place);
    }

    private void WalkOutputs(YamlNode node, in UsePlace place)
    {
        var first = _collector.Uses.Count;
        _collector.AddNamed(node, place);
        for (var i = first; i < _collector.Uses.Count; i++)
        {
            var use = _collector.Uses[i];
            if (!use.OnlyTested)
            {
                _collector.AddUnknown(
                    $"token {use.Token.Name}", $"it may leave by output '{use.Binding}' of job '{place.Job}'", use.Span.Start);
            }
        }
    }

    private void WalkServices(YamlNode node, in UsePlace place)
    {
        if (node is not YamlMapping services)
        {
            _collector.AddAll(node, place);
            return;
        }

        foreach (var service in services.Entries)
        {
            _collector.AddAll(service.Key, place);
            WalkContainer(service.Value, place, UseScope.ServiceCredentials);
        }
    }

    private void WalkContainer(YamlNode node, in UsePlace place, UseScope credentials)
    {
        if (node is not YamlMapping container)
        {
            _collector.AddAll(node, place);
            return;
        }

        var image = container.GetText("image");
        foreach (var entry in container.Entries)
        {
            _collector.AddAll(entry.Key, place);
            switch (entry.KeyText)
            {
                case "credentials":
                    _collector.AddNamed(entry.Value, place.At(credentials, consumer: image));
                    break;
                case "env":
                    _collector.AddNamed(entry.Value, place.At(UseScope.ContainerEnv, consumer: image));
                    break;
                default:
                    _collector.AddAll(entry.Value, place with { Binding = entry.KeyText });
                    break;
            }
        }
    }

    private void WalkStep(YamlMapping mapping, Step step, UsePlace place)
    {
        foreach (var entry in mapping.Entries)
        {
            var field = place with { Binding = entry.KeyText };
            _collector.AddAll(entry.Key, field);
            switch (entry.KeyText)
            {
                case "if":
                    _collector.AddCondition(entry.Value, field);
                    break;
                case "env":
                    _collector.AddNamed(entry.Value, field.At(UseScope.StepEnv));
                    break;
                case "with":
                    _collector.AddNamed(entry.Value, field.At(UseScope.ActionInput, consumer: step.Action?.Text));
                    break;
                case "run":
                    _collector.AddAll(entry.Value, field.At(UseScope.Script));
                    break;
                case "parallel" when entry.Value is YamlSequence several:
                    WalkParallel(several, step, place);
                    break;
                case "<<" when entry.Value is YamlMapping merged:
                    WalkStep(merged, step, place);
                    break;
                default:
                    _collector.AddAll(entry.Value, field);
                    break;
            }
        }
    }

    private void WalkParallel(YamlSequence steps, Step step, in UsePlace place)
    {
        foreach (var item in steps.Items)
        {
            if (item is YamlMapping mapping)
            {
                WalkStep(mapping, step, place);
            }
            else
            {
                _collector.AddAll(item, place);
            }
        }
    }
}

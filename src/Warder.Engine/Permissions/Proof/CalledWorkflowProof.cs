using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What a job needs that calls another workflow: all that the called jobs ask for, for they may not have more than the caller grants.</summary>
internal sealed class CalledWorkflowProof
{
    // Jobs that call many that call many would take a time that grows with the power of the depth.
    private const int MaxCalls = 300;
    private readonly JobProof _job;
    private readonly Pipeline _caller;
    private readonly PipelineCall _call;
    private readonly PipelineScope _scope;
    private readonly VariableScope _variables;
    private readonly IReadOnlyList<string> _via;

    public CalledWorkflowProof(JobProof job, Pipeline caller, PipelineCall call, PipelineScope scope, VariableScope variables, IReadOnlyList<string> via)
    {
        _job = job;
        _caller = caller;
        _call = call;
        _scope = scope;
        _variables = variables;
        _via = via;
    }

    public void Visit()
    {
        if (_call.LocalPath is null)
        {
            VisitElsewhere();
        }
        else if (_job.Depth >= JobProof.MaxDepth || _job.Needs.Calls++ >= MaxCalls)
        {
            Ask("too-deep", $"workflows call each other more than {JobProof.MaxDepth} deep, or {MaxCalls} times");
        }
        else if (_job.Repository.LocalPipelines.FindWorkflow(_call.LocalPath) is { } called)
        {
            VisitLocal(called);
        }
        else
        {
            Ask("missing-workflow", "there is no such workflow in this repository");
        }
    }

    private void VisitLocal(Pipeline called)
    {
        var scope = new PipelineScope(InputsOf(called), SecretsOf(), _scope.Events);
        IReadOnlyList<string> via = [.. _via, $"{_call.LocalPath} ({_caller.Path}:{_caller.Source.GetPosition(_call.Span.Start).Line})"];
        if (called.Permissions is { } top && called.Jobs.All(j => j.Permissions is not null))
        {
            // It reaches no job, and is compared with the caller's grant all the same.
            Declared(called, "the called workflow", top);
        }

        foreach (var job in called.Jobs)
        {
            if (job.EffectivePermissions is not null && !HandsSecrets())
            {
                Declared(called, NameOf(job), job.EffectivePermissions);
                continue;
            }

            // What the called job writes down decides what the caller must grant; what it does not, its steps decide.
            var inner = job.EffectivePermissions is null ? _job.Needs : new JobNeeds(_caller.Path, _job.Needs.Job) { Calls = _job.Needs.Calls };
            var proof = new JobProof(_job.Repository, inner, job.EffectivePermissions) { Depth = _job.Depth + 1 };
            JobWalk.Visit(proof, called, job, scope, via);
            if (job.EffectivePermissions is { } declared)
            {
                Declared(called, NameOf(job), declared);
                Merge(inner);
                _job.Needs.Calls = inner.Calls;
            }
        }
    }

    private bool HandsSecrets() => _job.Repository.ProvesOtherTokens && (_call.InheritSpan is not null || _call.Secrets.Count > 0);

    private static string NameOf(Job job) => $"job {job.Id} of the called workflow";

    private void Declared(Pipeline called, string who, PermissionSet declared)
    {
        if (declared.Form is PermissionForm.ReadAll or PermissionForm.WriteAll)
        {
            Ask("called-for-all", $"{who} ({called.Path}) asks for every permission");
        }

        foreach (var grant in declared.Grants)
        {
            if (grant.Level is GrantLevel.Read or GrantLevel.Write)
            {
                _job.Charge(
                    PossibleValue.DefaultToken,
                    Requirement.Of(grant.Permission, grant.Level.Value),
                    holds: true,
                    new NeedReason(called.Path, called.Source.GetPosition(grant.PermissionSpan.Start), Step: null, $"{who} asks for it", "documented", Condition: null, _via) { RefusesStart = true });
            }
        }
    }

    private void Merge(JobNeeds inner)
    {
        foreach (var other in inner.Others)
        {
            var mine = _job.Needs.Of(other.Token);
            foreach (var need in other.All)
            {
                foreach (var reason in need.Because)
                {
                    mine.Add(need.Permission, need.Level, need.Or, need.IsAppOnly, need.Certainty, reason);
                }
            }

            foreach (var question in other.Unknowns)
            {
                mine.Ask(question);
            }
        }
    }

    private void VisitElsewhere()
    {
        var at = _call.Target.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? _call.Target : _call.Target[..at];
        var fact = _job.Repository.Policy.OwnActions.GetValueOrDefault(name) ?? _job.Repository.Facts.Actions.Find(name);
        if (fact is null)
        {
            Ask("unknown-workflow", "the called workflow is not in this repository; `facts.actions` in the policy can say what it needs");
            AskOfSecrets();
            return;
        }

        var inputs = _call.Inputs.ToDictionary(i => i.Name, i => ValueReader.Read(i.Value, _scope, _variables), StringComparer.OrdinalIgnoreCase);
        foreach (var need in fact.Needs)
        {
            var holds = need.When.Holds(clause => inputs.TryGetValue(clause.Subjects[0], out var given) ? given.TextFor(clause) : fact.Defaults.GetValueOrDefault(clause.Subjects[0], ""));
            _job.Charge(
                PossibleValue.DefaultToken,
                Requirement.Of(need),
                holds,
                new NeedReason(_caller.Path, _caller.Source.GetPosition(_call.Span.Start), Step: null, _call.Target, need.Basis, need.When.Text, _via));
        }

        if (fact.Unknown is { } because)
        {
            Ask("open-action", because);
        }
    }

    private void AskOfSecrets()
    {
        foreach (var secret in _call.Secrets)
        {
            _job.Ask(ValueReader.Read(secret.Value, _scope, _variables), Question("unknown-workflow", "what the called workflow does with the token is not known"));
        }
    }

    private void Ask(string kind, string because) => _job.Ask(PossibleValue.DefaultToken, Question(kind, because));

    private OpenQuestion Question(string kind, string because) =>
        new(kind, _caller.Path, _caller.Source.GetPosition(_call.Span.Start), Step: null, _call.Target, because);

    private Dictionary<string, PossibleValue> InputsOf(Pipeline called)
    {
        var inputs = new Dictionary<string, PossibleValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var declared in called.Inputs)
        {
            inputs[declared.Name] = declared.DefaultIsToken ? PossibleValue.DefaultToken : ValueReader.Read(declared.Default ?? "", _scope, variables: null);
        }

        foreach (var given in _call.Inputs)
        {
            inputs[given.Name] = ValueReader.Read(given.Value, _scope, _variables);
        }

        return inputs;
    }

    private Dictionary<string, PossibleValue>? SecretsOf()
    {
        if (_call.InheritSpan is not null)
        {
            return null;
        }

        var secrets = new Dictionary<string, PossibleValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var given in _call.Secrets)
        {
            secrets[given.Name] = ValueReader.Read(given.Value, _scope, _variables);
        }

        return secrets;
    }
}

using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What an action from elsewhere needs, by what is known of it and the inputs that the step gives.</summary>
internal sealed class ActionProof
{
    private const string GitHubScript = "actions/github-script";
    private readonly StepProof _step;
    private readonly ActionReference _action;
    private readonly ActionFact _fact;
    private readonly int? _major;

    private ActionProof(StepProof step, ActionReference action, ActionFact fact)
    {
        _step = step;
        _action = action;
        _fact = fact;
        _major = ActionVersion.MajorOf(step.Pipeline.Source, action);
    }

    public static void Visit(StepProof step, ActionReference action, string name)
    {
        if ((step.Job.Repository.Policy.OwnActions.GetValueOrDefault(name) ?? step.Job.Repository.Facts.Actions.Find(name)) is { } fact)
        {
            new ActionProof(step, action, fact).Visit(name);
            return;
        }

        // It may take the default token by the default of an input, and the file would not show it.
        step.Job.Ask(
            PossibleValue.DefaultToken,
            step.Question("unknown-action", action.Span, action.Text, "Warder has no facts of this action; `facts.actions` in the policy can give them"));
        foreach (var input in step.Step.Inputs)
        {
            step.Job.Ask(
                ValueReader.Read(input.Value, step.Scope, step.Variables),
                step.Question("unknown-action", action.Span, action.Text, $"what it does with the token in `{input.Name}` is not known"));
        }
    }

    private void Visit(string name)
    {
        var holder = Holder();
        foreach (var need in _fact.Needs)
        {
            Charge(need, holder);
        }

        if (_fact.Unknown is { } because && name != GitHubScript)
        {
            // Where the facts say when it asks for an identity, what it does with the token leaves that decided.
            _step.Job.Ask(holder, _step.Question("open-action", _action.Span, _action.Text, because) with { LeavesIdentity = _fact.Needs.Any(n => n.Permission == JobProof.Identity) });
        }

        AskWhereGuessed(name);
        if (name == GitHubScript)
        {
            GitHubScriptProof.Visit(_step, _action, holder);
        }

        foreach (var input in _fact.ScriptInputs)
        {
            VisitScript(input);
        }

        if (_fact.PersistsCredential)
        {
            _step.Job.Git = Persisted(holder);
            NoteFolder();
        }

        foreach (var (variable, input) in _fact.Exports)
        {
            if (InputOrDefault(input) is { IsEmpty: false } exported)
            {
                _step.Job.ExportedByName[variable] = exported;
            }
        }

        if (_fact.Login is { } login)
        {
            var host = Value(login.Registry).Text is { Length: > 0 } registry ? registry : "docker.io";
            RegistryLogins.Add(_step.Job, host, Value(login.Password));
        }
    }

    /// <summary>A fact that nobody documents, or a token put into the environment of an action that is not known to read it, leaves the need open.</summary>
    private void AskWhereGuessed(string name)
    {
        if (_fact.IsInferred)
        {
            _step.Job.Ask(PossibleValue.DefaultToken, _step.Question("inferred-action", _action.Span, _action.Text, "what is known of it is inferred from what it does; `facts.actions` in the policy can say it for sure"));
        }

        foreach (var variable in _step.Step.Variables)
        {
            var isKnown = name == GitHubScript || _fact.ScriptInputs.Count > 0 || _fact.TokenVariables.Contains(variable.Name, StringComparer.Ordinal);
            if (!isKnown && ValueReader.Read(variable.Value, _step.Scope, _step.Variables) is { MayBeDefault: true } value)
            {
                _step.Job.Ask(value, _step.Question("open-variable", variable.KeySpan, _action.Text, $"it sees {variable.Name}, and it is not known to read it"));
            }
        }
    }

    private void Charge(FactNeed need, PossibleValue holder)
    {
        if (!need.AppliesTo(_major))
        {
            return;
        }

        var holds = need.When.Holds(ValueOf);
        if (holds == false)
        {
            return;
        }

        // What nobody documents is known to be possible, no more.
        var isInferred = need.Basis.Contains("inferred", StringComparison.Ordinal);

        _step.Job.Needs.UsesGitCredential |= need.Token == "git" && !_step.Job.Git.IsEmpty;
        var from = need.Token switch
        {
            null => holder,
            "git" => _step.Job.Git,
            "registry" => RegistryLogins.OfPlatform(_step.Job),
            "github.token" => PossibleValue.DefaultToken,
            var input => InputOrDefault(input),
        };
        _step.Job.Charge(from, Requirement.Of(need), isInferred ? null : holds, _step.Reason(_action.Span, _action.Text, need.Basis, need.When.Text));
    }

    private string? ValueOf(FactClause clause)
    {
        var subject = clause.Subjects[0];
        if (subject == "event")
        {
            return EventCondition.Compare(_step.Scope.Events, clause);
        }

        return subject.StartsWith("env:", StringComparison.Ordinal)
            ? (_step.Variables.Find(subject[4..]) ?? PossibleValue.Empty).TextFor(clause)
            : Value(subject).TextFor(clause);
    }

    /// <summary>The value of an input; its default where the step gives none.</summary>
    private PossibleValue Value(string input) =>
        _step.Input(input) ?? (_fact.Defaults.TryGetValue(input, out var text) ? ValueReader.Read(text, _step.Scope, _step.Variables) : PossibleValue.Empty);

    /// <summary>The credential that the action works with: its first token input that holds one, else its variables.</summary>
    private PossibleValue Holder()
    {
        foreach (var input in _fact.TokenInputs)
        {
            if (input.AppliesTo(_major) && !input.DownloadOnly && TokenOf(input) is { IsEmpty: false } value)
            {
                return value;
            }
        }

        // An action without an input or variable for it takes the token from the context of the run.
        return _fact is { TokenInputs: [], TokenVariables: [] } ? PossibleValue.DefaultToken : _step.FirstVariable(_fact.TokenVariables);
    }

    private PossibleValue InputOrDefault(string name)
    {
        foreach (var input in _fact.TokenInputs)
        {
            if (string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase) && input.AppliesTo(_major))
            {
                return TokenOf(input);
            }
        }

        return Value(name);
    }

    private PossibleValue TokenOf(ActionTokenInput input) =>
        _step.Input(input.Name) ?? (input.DefaultsToPlatform ? PossibleValue.DefaultToken : PossibleValue.Empty);

    private void VisitScript(string input)
    {
        foreach (var given in _step.Step.Inputs)
        {
            if (string.Equals(given.Name, input, StringComparison.OrdinalIgnoreCase) && given.Value is { } body)
            {
                new ScriptProof(_step).Visit(new StepScript(body, ScriptLanguage.Shell, workingDirectory: null));
            }
        }
    }

    private void NoteFolder()
    {
        var isThis = _step.Input("repository") is not { IsEmpty: false, Text: var repository } || repository == "\u0001/\u0001";
        if (isThis && _step.Input("path") is { IsEmpty: false, Text: { } path } && !path.Contains(FactCondition.Hole, StringComparison.Ordinal))
        {
            _step.Job.Checkouts.Add(path.Trim('/').Replace("./", "", StringComparison.Ordinal));
        }
    }

    /// <summary>The credential that a checkout leaves: none with <c>persist-credentials: false</c>, a key, or another repository.</summary>
    private PossibleValue Persisted(PossibleValue holder)
    {
        var persist = _step.Input("persist-credentials")?.Text;
        if (string.Equals(persist, "false", StringComparison.OrdinalIgnoreCase) || _step.Input("ssh-key") is { IsEmpty: false })
        {
            return PossibleValue.Empty;
        }

        if (_step.Input("repository") is not { IsEmpty: false, IsWhole: true })
        {
            return holder;
        }

        // Of another repository the default token can only read. Beside this one, either credential may be the one that pushes.
        var other = holder.Tokens.Contains(TokenReference.Default) ? PossibleValue.Empty : holder;
        return _step.Input("path") is not { IsEmpty: false } ? other
            : other.IsEmpty ? _step.Job.Git
            : _step.Job.Git.IsEmpty ? other : PossibleValue.Either(_step.Job.Git, other);
    }
}

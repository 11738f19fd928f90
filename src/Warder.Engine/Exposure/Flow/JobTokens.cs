using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Exposure.Flow;

/// <summary>
/// Tells which tokens each step of a job can reach: those in its environment, inputs and script, those that earlier steps left in
/// the git configuration, in the state of a login or in <c>GITHUB_ENV</c>, and those that the job's grants give to all.
/// </summary>
internal sealed class JobTokens
{
    private static readonly string[] Logins = ["docker login", "podman login", "helm registry login", "gh auth login", "npm config set", "npm login", "az login", "vault login", "cargo login"];
    private readonly PipelineContext _context;
    private readonly Job _job;
    private readonly List<TokenUse> _uses;
    private readonly Dictionary<Step, List<HeldToken>> _steps = new(ReferenceEqualityComparer.Instance);
    private readonly List<HeldToken> _left = [];

    /// <summary>Follows the tokens through a job; rules ask <see cref="PipelineContext.TokensOf"/>.</summary>
    public JobTokens(PipelineContext context, Job job)
    {
        _context = context;
        _job = job;
        _uses = [.. context.Uses.Where(u => u is { Explicit: true, OnlyTested: false, StepIndex: >= 0 } && string.Equals(u.Job, job.Id, StringComparison.Ordinal))];
        foreach (var step in job.Steps)
        {
            _steps[step] = Reach(step);
            Leave(step);
        }
    }

    /// <summary>The tokens that a step reaches, each token once; identifiers that are no secrets are left out.</summary>
    public IReadOnlyList<HeldToken> At(Step step) => _steps.TryGetValue(step, out var held) ? held : [];

    /// <summary>The tokens that any step of the job reaches.</summary>
    public IReadOnlyList<HeldToken> All => [.. _job.Steps.SelectMany(At).DistinctBy(t => t.Token)];

    /// <summary>What the default token may do in the job.</summary>
    public GrantReach Grants => EffectiveGrants.Of(_job.EffectivePermissions);

    private List<HeldToken> Reach(Step step)
    {
        var held = new List<HeldToken>();
        foreach (var variable in step.TokenVariables)
        {
            Add(held, new HeldToken(variable.Token, $"in its environment as {variable.Name}", variable.UseSpan));
        }

        foreach (var use in _uses)
        {
            if (use.StepIndex == step.Index)
            {
                Add(held, new HeldToken(use.Token, use.Scope == UseScope.ActionInput ? $"given to it as {use.Binding}" : use.Scope == UseScope.Script ? "pasted into its script" : $"in its environment as {use.Binding}", use.Span));
            }
        }

        _left.ForEach(t => Add(held, t));
        if (_job.EffectivePermissions is { Form: PermissionForm.Map or PermissionForm.WriteAll } granted)
        {
            if (step.Action is { Name: not null } && Grants == GrantReach.Writes)
            {
                Add(held, new HeldToken(TokenReference.Default, $"which any action can ask for and which may write {EffectiveGrants.WritesOf(granted)}", granted.Span));
            }

            if (granted.LevelOf("id-token") == GrantLevel.Write)
            {
                Add(held, new HeldToken(new TokenReference(TokenKind.Oidc, "OIDC"), "which any step of the job can ask for", granted.Span));
            }
        }

        return held;
    }

    /// <summary>What a step leaves behind for those after it.</summary>
    private void Leave(Step step)
    {
        if (step.Action?.Name is { } name)
        {
            var fact = _context.Repository.Facts.Actions.Find(name);
            if (fact is { PersistsCredential: true } && CheckoutStep.Persists(step))
            {
                var given = CheckoutStep.TokenUse(_context, _job, step);
                var how = $"left in the git configuration by {step.Label}";
                var minted = MintedTokens.In(_context, _job, step, step.Inputs.FirstOrDefault(i => i.Name.Equals("token", StringComparison.OrdinalIgnoreCase))?.Value, how);
                Add(_left, minted ?? new HeldToken(given?.Token ?? TokenReference.Default, how, given?.Span ?? step.Action.Span));
            }

            if (fact?.Login is not null)
            {
                foreach (var use in _uses.Where(u => u.Scope == UseScope.ActionInput && u.StepIndex == step.Index))
                {
                    Add(_left, new HeldToken(use.Token, $"left by the login of {step.Label}", use.Span));
                }
            }
        }
        else if (step.Script is { Language: ScriptLanguage.Shell } script && step.TokenVariables.Count > 0)
        {
            LeaveByScript(step, script);
        }
    }

    private void LeaveByScript(Step step, StepScript script)
    {
        var text = script.Body.Value;
        if (!text.Contains("login", StringComparison.Ordinal) && !text.Contains("config set", StringComparison.Ordinal) && !text.Contains("GITHUB_ENV", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var command in script.Shell.Commands)
        {
            var login = Array.Find(Logins, l => StepCommands.StartsWith(command, l.Split(' ')));
            var isExport = command.Redirections.Any(r => r.Target?.Text.Contains("GITHUB_ENV", StringComparison.Ordinal) == true);
            if (login is null && !isExport)
            {
                continue;
            }

            var source = command.PipedFrom ?? command;
            foreach (var token in TokenWords.Of(_context, _job, step, source).Concat(TokenWords.Of(_context, _job, step, command)).DistinctBy(t => t.Token))
            {
                Add(_left, token with { How = login is null ? $"written to GITHUB_ENV by {step.Label}" : $"left by `{login}` in {step.Label}" });
            }
        }
    }

    private void Add(List<HeldToken> held, HeldToken token)
    {
        var isSecret = token.Token.Kind switch
        {
            TokenKind.Secret => !_context.Repository.Facts.SecretNames.IsIdentifier(token.Token.Name),
            TokenKind.DefaultToken => Grants != GrantReach.ReadOnly,
            _ => true,
        };
        if (isSecret && !held.Exists(h => h.Token == token.Token))
        {
            held.Add(token);
        }
    }
}

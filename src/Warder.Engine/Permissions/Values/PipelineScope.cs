using Warder.Engine.Facts;

namespace Warder.Engine.Permissions.Values;

/// <summary>What the contexts of a pipeline hold: the inputs and secrets that a caller gave, or nothing of them where it is read on its own.</summary>
internal sealed class PipelineScope
{
    private readonly IReadOnlyDictionary<string, PossibleValue>? _inputs;
    private readonly IReadOnlyDictionary<string, PossibleValue>? _secrets;
    private readonly IReadOnlySet<string> _given;

    /// <param name="inputs">The inputs; null where they are not known.</param>
    /// <param name="secrets">The secrets by the names that the pipeline gives them; null where these are the repository's.</param>
    /// <param name="events">The events that may have started the run; null where the files do not say.</param>
    /// <param name="given">Secrets behind whose names a caller may have put the default token.</param>
    public PipelineScope(
        IReadOnlyDictionary<string, PossibleValue>? inputs,
        IReadOnlyDictionary<string, PossibleValue>? secrets,
        IReadOnlyList<string>? events,
        IReadOnlySet<string>? given = null)
    {
        _inputs = inputs;
        _secrets = secrets;
        _given = given ?? GivenSecrets.None;
        Events = events;
    }

    /// <summary>The events that may have started the run; null where the files do not say.</summary>
    public IReadOnlyList<string>? Events { get; }

    /// <summary>
    /// The same contexts where a caller leaves every input at its default, for a pipeline that only others call; null elsewhere. What
    /// runs by these contexts never runs unless a caller asks for it.
    /// </summary>
    public PipelineScope? Unasked { get; init; }

    /// <summary>The same contexts as each caller in this repository makes them, beside <see cref="Unasked"/>.</summary>
    public Lazy<IReadOnlyList<PipelineScope>>? Asked { get; init; }

    /// <summary>
    /// The value of an input. Where the caller is not known it holds no token: what a caller gives is read outside of steps, where
    /// the platform knows neither secrets nor <c>github.token</c> (documented with the contexts).
    /// </summary>
    public PossibleValue Input(string name)
    {
        if (_inputs is null)
        {
            return PossibleValue.Opaque;
        }

        return _inputs.TryGetValue(name, out var value) ? value : PossibleValue.Empty;
    }

    /// <summary>The value of a secret; a caller may have put another behind the name.</summary>
    public PossibleValue Secret(string name)
    {
        var token = Pipelines.TokenReference.Named(name);
        if (token == Pipelines.TokenReference.Default || _secrets is null)
        {
            return PossibleValue.Of(token) with { IsFromOutside = _given.Contains(name) };
        }

        return _secrets.TryGetValue(name, out var value) ? value : PossibleValue.Empty;
    }

    /// <summary>The same inputs and secrets for a run that only some events start.</summary>
    public PipelineScope With(IReadOnlyList<string>? events) =>
        ReferenceEquals(events, Events) ? this : new(_inputs, _secrets, events, _given) { TokenSteps = TokenSteps, AppOutputs = AppOutputs, Unasked = Unasked, Asked = Asked };

    /// <summary>The same for the steps of a job, some of which may give the default token to later ones as an output.</summary>
    /// <param name="job">The job, or the steps of an action.</param>
    /// <param name="actions">Which actions make a token of their own.</param>
    public PipelineScope Within(Pipelines.Job job, ActionFacts actions) => new(_inputs, _secrets, Events, _given)
    {
        Unasked = Unasked,
        Asked = Asked,
        AppOutputs = job.Steps.Where(s => s is { Id: not null, Condition: null, Action.Name: not null })
            .Select(s => (s.Id, actions.Find(s.Action!.Name!)?.MintedOutput)).Where(o => o.MintedOutput is not null).Select(o => $"{o.Id}.{o.MintedOutput}")
            .ToHashSet(StringComparer.OrdinalIgnoreCase),
        TokenSteps = job.Steps.Where(s => s.Id is not null && s.Script is { } script && GivesToken(script.Body.Value, s.Variables)).Select(s => s.Id!).ToHashSet(StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>The value of an output of an earlier step.</summary>
    public PossibleValue Output(string step, string? name) =>
        AppOutputs.Contains($"{step}.{name}") ? PossibleValue.OfApp
        : TokenSteps.Contains(step) ? PossibleValue.Either(PossibleValue.DefaultToken, PossibleValue.Opaque) : PossibleValue.Opaque;

    /// <summary>Outputs that hold the token of an app, as <c>step.output</c>; not those of steps that may be passed over.</summary>
    private IReadOnlySet<string> AppOutputs { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    private IReadOnlySet<string> TokenSteps { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    private static bool GivesToken(string script, IReadOnlyList<Pipelines.EnvironmentEntry> variables) =>
        script.Contains("GITHUB_OUTPUT", StringComparison.Ordinal)
        && Names(script, variables)
        && Names(AskedAnswers.TakenFrom(script), variables);

    private static bool Names(string script, IReadOnlyList<Pipelines.EnvironmentEntry> variables) =>
        NamesToken(script) || variables.Any(v => v.Value is { } value && NamesToken(value.Value) && script.Contains(v.Name, StringComparison.Ordinal));

    private static bool NamesToken(string text) =>
        text.Contains("GITHUB_TOKEN", StringComparison.Ordinal) || text.Contains("github.token", StringComparison.OrdinalIgnoreCase);
}

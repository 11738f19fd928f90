using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>An event that starts a pipeline.</summary>
/// <param name="Event">The platform's name: <c>pull_request_target</c>.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="Reach">What a run that it starts can reach.</param>
public sealed record Trigger(string Event, TextSpan Span, TriggerReach Reach)
{
    /// <summary>The names of the workflows whose runs start it; empty for other events.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

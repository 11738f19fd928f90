namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Where in the pipeline a scalar stands.</summary>
/// <param name="Scope">The kind of place.</param>
/// <param name="Job">The job's id.</param>
/// <param name="Step">The step.</param>
/// <param name="Binding">The name that the value is bound to.</param>
/// <param name="Consumer">Who takes the value.</param>
internal readonly record struct UsePlace(
    UseScope Scope, string? Job = null, Step? Step = null, string? Binding = null, string? Consumer = null)
{
    /// <summary>Another kind of place in the same job and step.</summary>
    public UsePlace At(UseScope scope, string? binding = null, string? consumer = null) =>
        this with { Scope = scope, Binding = binding, Consumer = consumer };
}

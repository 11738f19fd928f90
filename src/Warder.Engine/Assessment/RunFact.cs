namespace Warder.Engine.Assessment;

/// <summary>A run of a pipeline as an export of the platform tells it.</summary>
/// <param name="Workflow">The name of the workflow.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Conclusion"><c>success</c>, <c>failure</c>, <c>cancelled</c>, <c>skipped</c> …; null while it is not over.</param>
/// <param name="Event">What started it; null where the export does not say.</param>
/// <param name="Took">From its start to its last change; null where the export does not say.</param>
public sealed record RunFact(string Workflow, DateTimeOffset Created, string? Conclusion, string? Event, TimeSpan? Took)
{
    /// <summary>Whether it ended well.</summary>
    public bool Succeeded => Conclusion == "success";

    /// <summary>Whether it ended badly.</summary>
    public bool Failed => Conclusion is "failure" or "timed_out" or "startup_failure";
}

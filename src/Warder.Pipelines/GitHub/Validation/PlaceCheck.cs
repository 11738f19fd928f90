namespace Warder.Pipelines.GitHub.Validation;

/// <summary>What is looked at beyond the form of a value.</summary>
internal enum PlaceCheck
{
    None,

    /// <summary>The id of a step.</summary>
    Id,

    /// <summary>A schedule.</summary>
    Cron,

    /// <summary>The action of a step.</summary>
    Uses,

    /// <summary>The workflow that a job calls.</summary>
    WorkflowUses,

    /// <summary>All jobs with what they need.</summary>
    Jobs,

    /// <summary>The steps of a job with their ids.</summary>
    Steps,

    /// <summary>An input with options.</summary>
    Choice,

    /// <summary>An event with filters.</summary>
    Event,
}

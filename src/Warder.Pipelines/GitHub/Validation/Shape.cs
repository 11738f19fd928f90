namespace Warder.Pipelines.GitHub.Validation;

/// <summary>What a mapping holds.</summary>
internal sealed class Shape
{
    // Frozen dictionaries would look up a little faster and take milliseconds to build, which no short run gets back.
    private static readonly Dictionary<string, Place> NoKeys = [];

    /// <summary>What people call it: <c>a job</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The keys that it knows.</summary>
    public Dictionary<string, Place> Keys { get; set; } = NoKeys;

    /// <summary>The keys that must be there.</summary>
    public string[] Required { get; set; } = [];

    /// <summary>What any other key holds; null where there is no other key.</summary>
    public Place? Others { get; set; }

    /// <summary>Whether the platform may know keys that are not listed, even ones that mean something elsewhere.</summary>
    public bool IsLoose { get; set; }

    /// <summary>The shapes among which the first key present decides; an empty key is the rest.</summary>
    public (string Key, Shape Shape)[] Choices { get; set; } = [];

    /// <summary>What to say where no choice fits.</summary>
    public string? Lacking { get; set; }
}

using Warder.Engine.Rotation;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>A report that somebody asks for.</summary>
internal sealed record AarRequest
{
    /// <summary>Its kind.</summary>
    public required AarKind Kind { get; init; }

    /// <summary>The repository, or a folder in it.</summary>
    public required string Path { get; init; }

    /// <summary>How much to tell.</summary>
    public required AarMode Mode { get; init; }

    /// <summary>Its days.</summary>
    public required AarDays Days { get; init; }

    /// <summary>The title that the user gave.</summary>
    public string? Title { get; init; }

    /// <summary>The number of the issue or pull request.</summary>
    public int? Number { get; init; }

    /// <summary>An export of runs.</summary>
    public string? Runs { get; init; }

    /// <summary>Where the history is kept; null for its usual place.</summary>
    public string? Database { get; init; }

    /// <summary>Whether the forge is asked.</summary>
    public bool AsksForge { get; init; }

    /// <summary>The breached place as typed; null where none was.</summary>
    public BreachedPlace? Place { get; init; }

    /// <summary>When the breach began.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The campaign that the report is about.</summary>
    public string? Campaign { get; init; }
}

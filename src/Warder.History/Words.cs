using Warder.History.Recording;

namespace Warder.History;

/// <summary>The words by which states and kinds are stored and told.</summary>
public static class Words
{
    /// <summary>The word of a state.</summary>
    public static string Of(FindingState state) => state switch
    {
        FindingState.Open => "open",
        FindingState.Accepted => "accepted",
        _ => "fixed",
    };

    /// <summary>The word of what happened to a finding.</summary>
    public static string Of(FindingEventKind kind) => kind switch
    {
        FindingEventKind.New => "new",
        FindingEventKind.Fixed => "fixed",
        FindingEventKind.Reopened => "reopened",
        FindingEventKind.Accepted => "accepted",
        _ => "moved",
    };

    /// <summary>The word of an origin.</summary>
    public static string Of(RunOrigin origin) => origin switch
    {
        RunOrigin.Audit => "audit",
        RunOrigin.Validate => "validate",
        RunOrigin.Import => "import",
        _ => "backfill",
    };

    /// <summary>The word of a kind of track.</summary>
    public static string Of(TrackKind kind) => kind == TrackKind.Runs ? "runs" : "commits";

    internal static FindingState StateOf(string word) => word switch
    {
        "open" => FindingState.Open,
        "accepted" => FindingState.Accepted,
        _ => FindingState.Fixed,
    };

    internal static FindingEventKind EventOf(string word) => word switch
    {
        "new" => FindingEventKind.New,
        "fixed" => FindingEventKind.Fixed,
        "reopened" => FindingEventKind.Reopened,
        "accepted" => FindingEventKind.Accepted,
        _ => FindingEventKind.Moved,
    };

    internal static RunOrigin OriginOf(string word) => word switch
    {
        "audit" => RunOrigin.Audit,
        "validate" => RunOrigin.Validate,
        "import" => RunOrigin.Import,
        _ => RunOrigin.Backfill,
    };

    internal static TrackKind KindOf(string word) => word == "runs" ? TrackKind.Runs : TrackKind.Commits;
}

namespace Warder.Engine.Exposure.Reach;

/// <summary>How a run is started.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="ByStranger">Whether somebody without write access starts it, out of a repository of his own.</param>
/// <param name="Before">The events by which the run that came before can have been started; null where they are not known.</param>
internal sealed record RunStart(string Event, bool ByStranger, IReadOnlyList<string>? Before = null);

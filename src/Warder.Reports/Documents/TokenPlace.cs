namespace Warder.Reports.Documents;

/// <summary>A file that uses a token or may use it.</summary>
/// <param name="Path">The file; a pattern of the registry where no file fits.</param>
/// <param name="Jobs">The jobs, sorted; empty where it has none.</param>
/// <param name="Uses">How many uses are written there.</param>
/// <param name="Unwritten">How many an action or command makes without writing them.</param>
/// <param name="State">How it stands.</param>
internal sealed record TokenPlace(string Path, IReadOnlyList<string> Jobs, int Uses, int Unwritten, PlaceState State);

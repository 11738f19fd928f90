namespace Warder.Engine.Findings;

/// <summary>The lines of the file that a finding shows.</summary>
/// <param name="FirstLine">The number of the first line, from 1.</param>
/// <param name="Lines">The lines without their endings.</param>
public sealed record CodeFrame(int FirstLine, IReadOnlyList<string> Lines);

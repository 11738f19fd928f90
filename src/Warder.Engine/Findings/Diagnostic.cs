using Warder.Syntax;

namespace Warder.Engine.Findings;

/// <summary>Something that Warder could not look at or do; it makes the exit status 2.</summary>
/// <param name="Code">A stable word: <c>unreadable-file</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Path">The file, relative to the repository or as the user named it.</param>
/// <param name="Position">Where in the file.</param>
public sealed record Diagnostic(string Code, string Message, string? Path = null, LinePosition? Position = null);

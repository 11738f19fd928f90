using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>Something that could not be followed, said with its reason and counted.</summary>
/// <param name="Path">The file.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Subject">What is unknown: <c>token passed to acme/deploy@v1</c>.</param>
/// <param name="Because">Why.</param>
public sealed record Unknown(string Path, LinePosition Position, string Subject, string Because);

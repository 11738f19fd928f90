using Warder.Syntax;

namespace Warder.Engine.Permissions;

/// <summary>Why the needs of a token in a job are not all known.</summary>
/// <param name="Kind">A stable word for counting: <c>unknown-action</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Step">The step's label; null outside steps.</param>
/// <param name="Subject">What may need more: <c>acme/deploy@v1</c>.</param>
/// <param name="Because">Why that is not known.</param>
public sealed record OpenQuestion(string Kind, string Path, LinePosition Position, string? Step, string Subject, string Because)
{
    /// <summary>Whether it is known all the same when the job asks for an identity token, which is another than the one in question.</summary>
    public bool LeavesIdentity { get; init; }
}

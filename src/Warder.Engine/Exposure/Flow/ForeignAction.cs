using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Tells actions of third parties whose code can change without a change of the pipeline.</summary>
internal static class ForeignAction
{
    private const int CommitLength = 40;

    /// <summary>What can change; null where the step runs no such code.</summary>
    /// <param name="step">The step.</param>
    /// <param name="trusted">Owners, or actions, whose references are trusted.</param>
    public static string? Of(Step step, IReadOnlyList<string> trusted) => step.Action switch
    {
        { Image: { } image } when !image.Contains("@sha256:", StringComparison.Ordinal) => $"the image {image}",
        { Name: { } name, Reference: var reference } when !IsCommit(reference) && !trusted.Any(t => IsOf(name, t)) => $"{name}@{reference}",
        _ => null,
    };

    /// <summary>Whether a reference names a commit, which cannot be moved.</summary>
    public static bool IsCommit(string? reference) => reference is { Length: CommitLength } && reference.All(char.IsAsciiHexDigit);

    private static bool IsOf(string name, string trusted) =>
        name.Equals(trusted, StringComparison.OrdinalIgnoreCase) || (name.StartsWith(trusted, StringComparison.OrdinalIgnoreCase) && name.Length > trusted.Length && name[trusted.Length] == '/');
}

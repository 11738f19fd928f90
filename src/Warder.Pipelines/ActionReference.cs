using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>The action that a step uses.</summary>
public sealed record ActionReference
{
    /// <summary>As written.</summary>
    public required string Text { get; init; }

    /// <summary>Where it is written.</summary>
    public required TextSpan Span { get; init; }

    /// <summary><c>owner/name</c> or <c>owner/name/path</c> in lower case; null for a local or container action.</summary>
    public string? Name { get; init; }

    /// <summary>The git reference after <c>@</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>The folder of an action in the repository, without <c>./</c>; null for one elsewhere.</summary>
    public string? LocalPath { get; init; }

    /// <summary>The image of a <c>docker://</c> action.</summary>
    public string? Image { get; init; }
}

using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>An input that a callable pipeline declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the caller must give it.</param>
/// <param name="Default">The default as written.</param>
/// <param name="DefaultIsToken">Whether the default is the platform's default token.</param>
/// <param name="Span">Where the name is written.</param>
public sealed record DeclaredInput(string Name, bool Required, string? Default, bool DefaultIsToken, TextSpan Span)
{
    /// <summary>Its type as written; null where none is.</summary>
    public string? Type { get; init; }
}

namespace Warder.Syntax.Shell;

/// <summary>A redirection of a command.</summary>
/// <param name="Operator">As written: <c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;</c>, <c>&lt;&lt;</c>, <c>&lt;&lt;&lt;</c>, <c>&amp;&gt;</c> and so on.</param>
/// <param name="Descriptor">What stands before it: a number or <c>{name}</c>; null where nothing does.</param>
/// <param name="Target">The word behind it; null where it is missing.</param>
/// <param name="HereDocument">The here-document of <c>&lt;&lt;</c> and <c>&lt;&lt;-</c>.</param>
/// <param name="Span">From the descriptor to the end of the target.</param>
public sealed record ShellRedirection(
    string Operator,
    string? Descriptor,
    ShellWord? Target,
    ShellHereDocument? HereDocument,
    TextSpan Span);

using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>A token named in a text.</summary>
internal readonly record struct FoundMention(TokenReference Token, TextSpan Span, MentionForm Form);

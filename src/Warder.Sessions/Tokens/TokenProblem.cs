namespace Warder.Sessions.Tokens;

/// <summary>Something wrong with a token in the environment.</summary>
/// <param name="Slug">What: <c>prohibited</c>, <c>deprecated</c>, <c>checksum</c>, <c>kind</c>, <c>provider</c>, <c>expired</c>, <c>padded</c>, <c>twice</c>.</param>
/// <param name="Message">In words, without the value.</param>
/// <param name="IsViolation">Whether it counts; else it is only told.</param>
public sealed record TokenProblem(string Slug, string Message, bool IsViolation);

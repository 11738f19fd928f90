namespace Warder.Engine.Auditing;

/// <summary>How far an audit is.</summary>
/// <param name="Phase">What is being done: <c>workflows</c>.</param>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
public readonly record struct AuditProgress(string Phase, int Done, int Total);

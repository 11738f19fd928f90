namespace Warder.Engine.Auditing;

/// <summary>One repository, or some loose files, to audit.</summary>
/// <param name="Files">The files.</param>
/// <param name="Options">What the user's paths mean for the audit: which files, and whether they lie in a repository.</param>
public sealed record AuditTarget(RepositoryFiles Files, AuditOptions Options);

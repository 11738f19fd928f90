namespace Warder.Engine.Auditing;

/// <summary>How much an audit looked at.</summary>
/// <param name="Workflows">Workflow files.</param>
/// <param name="Actions">Action files.</param>
/// <param name="Scripts">Script files read.</param>
/// <param name="Documents">Documents and configurations for agents.</param>
/// <param name="Jobs">Jobs in the workflows.</param>
public sealed record AuditCounts(int Workflows, int Actions, int Scripts, int Documents, int Jobs);

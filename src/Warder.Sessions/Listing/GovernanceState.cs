namespace Warder.Sessions.Listing;

/// <summary>How tokens are governed in the repository.</summary>
/// <param name="Registry">The registry; null where there is none.</param>
/// <param name="Policy">The policy file; null where there is none.</param>
/// <param name="HasVirtualEnvironment">Whether there is a virtual environment.</param>
public sealed record GovernanceState(string? Registry, string? Policy, bool HasVirtualEnvironment);

namespace Warder.Pipelines;

/// <summary>What a run started by an event can reach, and who can start it.</summary>
/// <param name="ForkSeesSecrets">Whether a run that a fork's contributor starts sees the repository's secrets; null where it is not known.</param>
/// <param name="ForkTokenLevel">The most that the default token of such a run can hold; null where it is not known.</param>
/// <param name="StartedByAnyone">Whether somebody without write access can start it.</param>
/// <param name="UntrustedInput">Whether the event carries text that such a person wrote.</param>
/// <param name="InheritsCaller">Whether all this depends on the calling pipeline.</param>
public sealed record TriggerReach(
    bool? ForkSeesSecrets,
    GrantLevel? ForkTokenLevel,
    bool StartedByAnyone,
    bool UntrustedInput,
    bool InheritsCaller);

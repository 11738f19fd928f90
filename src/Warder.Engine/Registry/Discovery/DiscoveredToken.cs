namespace Warder.Engine.Registry.Discovery;

/// <summary>A token that is used and not registered, with what can be said of it from the files.</summary>
/// <param name="Name">Its name in upper case.</param>
/// <param name="Kind">What its name suggests it is, as a registry spells kinds; null where it suggests nothing.</param>
/// <param name="Provider">Whose it seems to be; null where its name does not say.</param>
/// <param name="IsSecret">False where the name is that of an identifier, which a plain variable could hold.</param>
/// <param name="Workflows">Workflows and actions that use it, sorted.</param>
/// <param name="Scripts">Scripts that read it, sorted.</param>
public sealed record DiscoveredToken(
    string Name,
    string? Kind,
    string? Provider,
    bool IsSecret,
    IReadOnlyList<string> Workflows,
    IReadOnlyList<string> Scripts);

namespace Warder.Cli;

/// <summary>What the exit status of every command means.</summary>
internal static class ExitStatus
{
    /// <summary>Done, and nothing at or above the severity that fails.</summary>
    public const int Clean = 0;

    /// <summary>Done, with findings.</summary>
    public const int Findings = 1;

    /// <summary>Not done, or not all of it, or bad usage.</summary>
    public const int CouldNotWork = 2;
}

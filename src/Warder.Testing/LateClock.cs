namespace Warder.Testing;

/// <summary>A clock for listing files as if they had been written an hour ago.</summary>
public sealed class LateClock : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddHours(1);
}

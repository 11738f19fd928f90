namespace Warder.Cli;

/// <summary>
/// Lets an audit fill its first memory before the collector runs. A collection in the middle of an audit finds nearly everything
/// alive and moves it in vain; most repositories are done before this much is full, and larger ones go on as usual behind it.
/// </summary>
internal static class FirstMemory
{
    private const int Bytes = 48 * 1024 * 1024;

    /// <summary>Sets it aside; where the machine has less to give, nothing happens.</summary>
    public static void Take()
    {
        try
        {
            // New memory is taken as it comes: to collect first would find nearly all alive, as every later time.
            _ = GC.TryStartNoGCRegion(Bytes, disallowFullBlockingGC: true);
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException or OutOfMemoryException)
        {
            // Too much for this machine, or already set aside: the collector does without.
        }
    }
}

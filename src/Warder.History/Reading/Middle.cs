namespace Warder.History.Reading;

/// <summary>The median of times.</summary>
internal static class Middle
{
    /// <summary>The one in the middle, or the mean of the two there; null of none. Sorts the list.</summary>
    public static TimeSpan? Of(List<TimeSpan> times)
    {
        if (times.Count == 0)
        {
            return null;
        }

        times.Sort();
        var middle = times.Count / 2;
        return times.Count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
    }
}

using System.Globalization;

namespace Warder.Sessions.Running;

/// <summary>Says figures in words.</summary>
public static class Words
{
    private const int SecondsInMinute = 60;

    /// <summary>A time: <c>0.4 s</c>, <c>12 s</c>, <c>3 min 20 s</c>, <c>1 h 5 min</c>.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s"),
        < SecondsInMinute => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        < SecondsInMinute * SecondsInMinute => time.Seconds == 0 ? $"{(int)time.TotalMinutes} min" : $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => time.Minutes == 0 ? $"{(int)time.TotalHours} h" : $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    /// <summary>A size: <c>812 B</c>, <c>1.4 KiB</c>.</summary>
    public static string Size(long bytes)
    {
        const double Step = 1024;
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var (size, unit) = ((double)bytes, 0);
        while (size >= Step && unit < units.Length - 1)
        {
            size /= Step;
            unit++;
        }

        return unit == 0 ? $"{bytes} B" : string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {units[unit]}");
    }

    /// <summary><c>1 test</c>, <c>2 tests</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}

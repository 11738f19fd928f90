using Warder.Reports.Text;

namespace Warder.Reports.Health;

/// <summary>A line of a trace as it may be shown: it holds text of the repository.</summary>
public static class TraceLine
{
    /// <summary>The line, in which nothing can steer a terminal.</summary>
    public static string Of(string line) => PlainText.OneLine(line);
}

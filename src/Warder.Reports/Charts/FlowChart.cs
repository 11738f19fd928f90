using System.Globalization;
using Warder.Reports.Documents;

namespace Warder.Reports.Charts;

/// <summary>What came and what went: bars upwards for the first field, downwards for the second.</summary>
internal static class FlowChart
{
    private const double Share = 0.62;

    /// <summary>The figure in HTML.</summary>
    /// <exception cref="ArgumentException">The data has not two fields.</exception>
    public static string Write(ChartData data)
    {
        if (data.Fields.Count != 2)
        {
            throw new ArgumentException("A flow chart has two fields: what came and what went.", nameof(data));
        }

        var frame = new ChartFrame(data, -MaxOf(data, 1), MaxOf(data, 0));
        for (var i = 0; i < data.Points.Count; i++)
        {
            Append(frame, data, i, field: 0, up: true);
            Append(frame, data, i, field: 1, up: false);
        }

        return frame.Write();
    }

    private static double MaxOf(ChartData data, int field) => data.Points.Select(p => p.Numbers[field] ?? 0).DefaultIfEmpty(0).Max();

    private static void Append(ChartFrame frame, ChartData data, int point, int field, bool up)
    {
        if (data.Points[point].Numbers[field] is not ({ } number and > 0))
        {
            return;
        }

        var (top, bottom) = up ? (frame.Y(number), frame.Y(0)) : (frame.Y(0), frame.Y(-number));
        var width = Math.Max(1, frame.Slot * Share);
        frame.Text.Append($"<rect class=\"bar {HtmlText.Escape(data.Fields[field])}\" x=\"{ChartFrame.N(frame.X(point) - (width / 2))}\" y=\"{ChartFrame.N(top)}\" width=\"{ChartFrame.N(width)}\" height=\"{ChartFrame.N(bottom - top)}\">");
        frame.Text.Append($"<title>{HtmlText.Escape(data.Points[point].Label)}: {number.ToString("0.##", CultureInfo.InvariantCulture)} {HtmlText.Escape(data.Fields[field].Replace('_', ' '))}</title></rect>\n");
    }
}

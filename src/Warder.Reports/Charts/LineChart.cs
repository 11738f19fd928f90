using System.Globalization;
using Warder.Reports.Documents;

namespace Warder.Reports.Charts;

/// <summary>How numbers went: a line for each. A number that is not known leaves a gap.</summary>
internal static class LineChart
{
    /// <summary>The figure in HTML.</summary>
    public static string Write(ChartData data)
    {
        var frame = new ChartFrame(data, 0, data.Max);
        for (var field = 0; field < data.Fields.Count; field++)
        {
            var name = HtmlText.Escape(data.Fields[field]);
            var isDrawing = false;
            frame.Text.Append($"<path class=\"line {name}\" d=\"");
            for (var i = 0; i < data.Points.Count; i++)
            {
                if (data.Points[i].Numbers[field] is { } number)
                {
                    frame.Text.Append($"{(isDrawing ? 'L' : 'M')}{ChartFrame.N(frame.X(i))} {ChartFrame.N(frame.Y(number))}");
                    isDrawing = true;
                }
                else
                {
                    isDrawing = false;
                }
            }

            frame.Text.Append("\"/>\n");
            AppendDots(frame, data, field, name);
        }

        return frame.Write();
    }

    private static void AppendDots(ChartFrame frame, ChartData data, int field, string name)
    {
        for (var i = 0; i < data.Points.Count; i++)
        {
            if (data.Points[i].Numbers[field] is { } number)
            {
                frame.Text.Append($"<circle class=\"dot {name}\" cx=\"{ChartFrame.N(frame.X(i))}\" cy=\"{ChartFrame.N(frame.Y(number))}\" r=\"{(frame.Slot < 12 ? 1.5 : 3)}\">");
                frame.Text.Append($"<title>{HtmlText.Escape(data.Points[i].Label)}: {number.ToString("0.##", CultureInfo.InvariantCulture)} {name.Replace('_', ' ')}</title></circle>\n");
            }
        }
    }
}

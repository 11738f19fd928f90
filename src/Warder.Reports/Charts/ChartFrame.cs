using System.Globalization;
using System.Text;
using Warder.Reports.Documents;

namespace Warder.Reports.Charts;

/// <summary>Axes, labels, title and legend of a chart as a picture in SVG that needs nothing but the page's style.</summary>
internal sealed class ChartFrame
{
    private const int Width = 640;
    private const int Height = 220;
    private const int Left = 44;
    private const int Right = 36;
    private const int Top = 12;
    private const int Bottom = 26;
    private const int LabelWidth = 74;
    private readonly ChartData _data;
    private readonly double _least;
    private readonly double _most;
    private readonly double _step;

    /// <summary>Over data from one number to another.</summary>
    public ChartFrame(ChartData data, double least, double most)
    {
        _data = data;
        _step = StepOf((most - least) / 4);
        _least = Math.Floor(least / _step) * _step;
        _most = Math.Max(Math.Ceiling(most / _step), (_least / _step) + 1) * _step;
        Text = new StringBuilder();
    }

    /// <summary>What has been drawn.</summary>
    public StringBuilder Text { get; }

    /// <summary>How wide the space of one point is.</summary>
    public double Slot => (double)(Width - Left - Right) / Math.Max(1, _data.Points.Count);

    /// <summary>The middle of a point's space.</summary>
    public double X(int point) => Left + (Slot * (point + 0.5));

    /// <summary>The height of a number.</summary>
    public double Y(double number) => Top + ((_most - number) / (_most - _least) * (Height - Top - Bottom));

    /// <summary>A length or a place as SVG writes it.</summary>
    public static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The whole figure with what has been drawn in it.</summary>
    public string Write()
    {
        var figure = new StringBuilder("<figure class=\"chart\">\n");
        figure.Append($"<figcaption>{HtmlText.Escape(_data.Title)}</figcaption>\n<p class=\"legend\">");
        foreach (var field in _data.Fields)
        {
            figure.Append($"<span><i class=\"key {HtmlText.Escape(field)}\"></i>{HtmlText.Escape(field.Replace('_', ' '))}</span> ");
        }

        figure.Append($"</p>\n<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(_data.Title)}\">\n");
        figure.Append($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlText.Escape($"{_data.Title}. {_data.Describe()}")}\">\n");
        AppendScale(figure);
        AppendLabels(figure);
        return figure.Append(Text).Append("</svg>\n</div>\n</figure>").ToString();
    }

    private void AppendScale(StringBuilder figure)
    {
        for (var number = _least; number <= _most + (_step / 2); number += _step)
        {
            figure.Append($"<line class=\"{(Math.Abs(number) < _step / 2 ? "axis" : "grid")}\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{N(Y(number))}\" y2=\"{N(Y(number))}\"/>");
            figure.Append($"<text x=\"{Left - 6}\" y=\"{N(Y(number) + 4)}\" text-anchor=\"end\">{Math.Abs(number).ToString("0.##", CultureInfo.InvariantCulture)}</text>\n");
        }
    }

    private void AppendLabels(StringBuilder figure)
    {
        // As many labels as have room, counted from the last, which people look for first.
        var every = (int)Math.Ceiling(LabelWidth / Slot);
        for (var i = 0; i < _data.Points.Count; i++)
        {
            if ((_data.Points.Count - 1 - i) % every == 0)
            {
                figure.Append($"<text x=\"{N(X(i))}\" y=\"{Height - 8}\" text-anchor=\"middle\">{HtmlText.Escape(_data.Points[i].Label)}</text>\n");
            }
        }
    }

    /// <summary>The next larger of 1, 2, 5 times a power of ten; of counts at least 1.</summary>
    private static double StepOf(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(least, 1))));
        return (least / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }
}

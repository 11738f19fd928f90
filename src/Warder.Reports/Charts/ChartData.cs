using System.Globalization;
using System.Text.Json.Nodes;
using Fluid.Values;
using Warder.Reports.Templates;

namespace Warder.Reports.Charts;

/// <summary>Points of a chart: a label and some numbers each.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Fields">What the numbers of a point are, in order.</param>
/// <param name="Points">The points, from left to right.</param>
internal sealed record ChartData(string Title, IReadOnlyList<string> Fields, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>The largest number; at least 1.</summary>
    public double Max => Math.Max(1, Points.SelectMany(p => p.Numbers).OfType<double>().DefaultIfEmpty(1).Max());

    /// <summary>Reads an array of objects of a template; an object's <c>label</c> is the point's.</summary>
    /// <param name="items">The array.</param>
    /// <param name="fields">Names of numbers, set apart by commas.</param>
    /// <param name="title">What is shown.</param>
    /// <exception cref="ArgumentException">It is no such array.</exception>
    public static ChartData Of(FluidValue items, string fields, string title)
    {
        if (items is not ArrayValue array || fields.Length == 0)
        {
            throw new ArgumentException("A chart is made of an array of points, with 'fields' and 'title'.", nameof(items));
        }

        var names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ChartData(title, names, [.. array.Values.Select(v => PointOf(v, names))]);
    }

    /// <summary>Says in one sentence what the chart shows, for those who do not see it.</summary>
    public string Describe()
    {
        if (Points.Count == 0)
        {
            return "No data.";
        }

        var lines = Fields.Select((f, i) => string.Create(CultureInfo.InvariantCulture, $"{f.Replace('_', ' ')} from {Shown(Points[0].Numbers[i])} to {Shown(Points[^1].Numbers[i])}"));
        return $"{Points[0].Label} to {Points[^1].Label}: {string.Join(", ", lines)}.";
    }

    private static string Shown(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "unknown";

    private static ChartPoint PointOf(FluidValue value, string[] names)
    {
        var point = value.ToObjectValue() is ModelObject known ? known.Model : throw new ArgumentException("A point of a chart is an object.", nameof(value));
        return new ChartPoint(point["label"]?.GetValue<string>() ?? "", [.. names.Select(n => NumberOf(point, n))]);
    }

    private static double? NumberOf(JsonObject point, string name)
    {
        if (!point.TryGetPropertyValue(name, out var value))
        {
            throw new UnknownNameException(name, point.Select(p => p.Key));
        }

        return value is null ? null : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
    }
}

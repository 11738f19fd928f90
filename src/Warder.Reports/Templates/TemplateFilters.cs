using Fluid;
using Fluid.Values;
using Warder.Reports.Charts;
using Warder.Reports.Documents;
using Warder.Reports.Markdown;
using Warder.Reports.Text;

namespace Warder.Reports.Templates;

/// <summary>The filters that Warder adds to those of the language.</summary>
internal static class TemplateFilters
{
    /// <summary>Adds all of them.</summary>
    public static void AddTo(FilterCollection filters, TemplateFormat format, KeptPlaces kept)
    {
        Add("number", (input, _) => Plain(NumberText.Grouped(input.ToNumberValue())));
        Add("plural", (input, arguments) => Plain(NumberText.Count(input.ToNumberValue(), arguments.At(0).ToStringValue(), arguments.At(1).IsNil() ? null : arguments.At(1).ToStringValue())));
        Add("day", (input, _) => Plain(input.ToStringValue() is { Length: > 10 } time ? time[..10] : input.ToStringValue()));
        Add("percent", (input, arguments) => Plain(NumberText.Percent(input.ToNumberValue(), arguments.At(0).ToNumberValue())));
        Add("hours", (input, _) => Plain(input.IsNil() ? "-" : NumberText.Hours(input.ToNumberValue())));
        Add("code", (input, _) => Raw(Code(input.ToStringValue(), format)));
        Add("sum", (input, arguments) => Sums.Of(input, arguments.At(0)));
        Add("place", (input, arguments) => Raw(Code(arguments.At(0).IsNil() ? input.ToStringValue() : $"{input.ToStringValue()}:{arguments.At(0).ToStringValue()}", format)));
        Add("json", (input, _) => Raw(ValueJson.Of(input)));
        Add("keep", (input, arguments) => Raw(kept.Place(input.ToStringValue(), arguments.At(0).IsNil() ? "" : arguments.At(0).ToStringValue() + "\n")));
        Add("line_chart", (input, arguments) => Raw(LineChart.Write(ChartData.Of(input, arguments["fields"].ToStringValue(), arguments["title"].ToStringValue()))));
        Add("flow_chart", (input, arguments) => Raw(FlowChart.Write(ChartData.Of(input, arguments["fields"].ToStringValue(), arguments["title"].ToStringValue()))));

        void Add(string name, Func<FluidValue, FilterArguments, FluidValue> filter) =>
            filters.AddFilter(name, (input, arguments, _) => ValueTask.FromResult(filter(input, arguments)));
    }

    private static StringValue Plain(string text) => new(text);

    private static StringValue Raw(string text) => new(text, encode: false);

    private static string Code(string text, TemplateFormat format) => format switch
    {
        TemplateFormat.Markdown => MarkdownText.Code(text),
        TemplateFormat.Html => $"<code>{HtmlText.EscapeName(text)}</code>",
        _ => text,
    };
}

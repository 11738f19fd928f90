using System.Text.Json.Nodes;
using System.Xml.Linq;
using Warder.Reports.Templates;

namespace Warder.Reports.Tests.Templates;

public sealed class ChartTests
{
    [Fact]
    public void A_line_chart_leaves_a_gap_where_a_number_is_not_known()
    {
        var figure = Figure("line_chart", "open", Point("a", 3), Point("b", null), Point("c", 9), Point("d", 12));
        var path = figure.Descendants("path").Single();
        path.Attribute("class")!.Value.ShouldBe("line open");
        path.Attribute("d")!.Value.Count(c => c == 'M').ShouldBe(2);
        figure.Descendants("circle").Select(c => c.Element("title")!.Value).ShouldBe(["a: 3 open", "c: 9 open", "d: 12 open"]);
        figure.Descendants("svg").Single().Attribute("aria-label")!.Value.ShouldBe("Title. a to d: open from 3 to 12.");
    }

    [Fact]
    public void Higher_numbers_stand_higher_and_inside_the_picture()
    {
        var figure = Figure("line_chart", "open", Point("a", 0), Point("b", 50), Point("c", 101));
        var heights = figure.Descendants("circle").Select(c => (double)c.Attribute("cy")!).ToList();
        heights.ShouldBe(heights.OrderDescending());
        heights.ShouldAllBe(y => y >= 0 && y <= 220);
    }

    [Fact]
    public void A_flow_goes_up_and_down_from_one_line()
    {
        var figure = Figure("flow_chart", "new,fixed", Flow("a", 4, 2), Flow("b", 0, 3));
        figure.Descendants("rect").Select(r => (string)r.Attribute("class")!).ShouldBe(["bar new", "bar fixed", "bar fixed"]);
        var axis = (double)figure.Descendants("line").Single(l => (string)l.Attribute("class")! == "axis").Attribute("y1")!;
        var bars = figure.Descendants("rect").ToList();
        ((double)bars[0].Attribute("y")! + (double)bars[0].Attribute("height")!).ShouldBe(axis, 0.2);
        ((double)bars[1].Attribute("y")!).ShouldBe(axis, 0.2);
    }

    [Fact]
    public void An_empty_chart_says_so() => Figure("line_chart", "open").Descendants("svg").Single().Attribute("aria-label")!.Value.ShouldBe("Title. No data.");

    private static JsonObject Point(string label, int? open) => new() { ["label"] = label, ["open"] = open };

    private static JsonObject Flow(string label, int come, int gone) => new() { ["label"] = label, ["new"] = come, ["fixed"] = gone };

    private static XElement Figure(string filter, string fields, params JsonObject[] points)
    {
        var model = new JsonObject { ["points"] = new JsonArray([.. points]) };
        return XElement.Parse(Template.Parse("t", $"{{{{ points | {filter}: fields: '{fields}', title: 'Title' }}}}").Render(model, new TemplateSetting { Format = TemplateFormat.Html }));
    }
}

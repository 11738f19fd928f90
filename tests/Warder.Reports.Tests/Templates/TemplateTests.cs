using System.Text.Json.Nodes;
using CsCheck;
using Warder.Reports.Documents;
using Warder.Reports.Templates;

namespace Warder.Reports.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly JsonObject Model = new()
    {
        ["name"] = "CI_BOT_TOKEN",
        ["wild"] = "<b>|`*x*`\n# y & \"z\"",
        ["count"] = 12345,
        ["one"] = 1,
        ["nothing"] = null,
        ["tokens"] = new JsonArray(new JsonObject { ["name"] = "A", ["uses"] = 3 }, new JsonObject { ["name"] = "B", ["uses"] = 1.5 }),
    };

    [Theory]
    [InlineData("{{ name }}", TemplateFormat.Text, "CI_BOT_TOKEN")]
    [InlineData("{{ name }}", TemplateFormat.Markdown, "CI\\_BOT\\_TOKEN")]
    [InlineData("{{ name | code }}", TemplateFormat.Markdown, "`CI_BOT_TOKEN`")]
    [InlineData("{{ name | code }}", TemplateFormat.Html, "<code>CI_<wbr>BOT_<wbr>TOKEN</code>")]
    [InlineData("{{ wild }}", TemplateFormat.Html, "&lt;b&gt;|`*x*` # y &amp; &quot;z&quot;")]
    [InlineData("{{ wild }}", TemplateFormat.Markdown, "&lt;b&gt;\\|\\`\\*x\\*\\` \\# y &amp; \"z\"")]
    [InlineData("{{ count | number }} {{ one | plural: 'finding' }} {{ count | plural: 'repository' }} {{ 0 | plural: 'child', 'children' }}", TemplateFormat.Text, "12,345 1 finding 12,345 repositories 0 children")]
    [InlineData("{{ one | percent: 3 }} {{ one | percent: 0 }} {{ 0.25 | hours }} {{ 47.5 | hours }} {{ 100 | hours }} {{ nothing | hours }}", TemplateFormat.Text, "33.3 % - 15 min 47.5 h 4.2 days -")]
    [InlineData("{% for t in tokens %}{{ t.name }}={{ t.uses }}{% unless forloop.last %}, {% endunless %}{% else %}none{% endfor %}", TemplateFormat.Text, "A=3, B=1.5")]
    [InlineData("{{ tokens | map: 'name' | join: '+' }} {{ tokens | where: 'name', 'B' | size }} {{ tokens[0].name }} {{ tokens.size }} {{ tokens | sum: 'uses' }}", TemplateFormat.Text, "A+B 1 A 2 4.5")]
    [InlineData("{% assign sorted = tokens | sort: 'uses' %}{{ sorted.first.name }}{% capture x %}c{{ one }}{% endcapture %}{{ x }}{% if nothing %}y{% else %}n{% endif %}", TemplateFormat.Text, "Bc1n")]
    [InlineData("{{ tokens | json }} {{ nothing | json }} {{ name | json }}", TemplateFormat.Html, "[{\"name\":\"A\",\"uses\":3},{\"name\":\"B\",\"uses\":1.5}] null \"CI_BOT_TOKEN\"")]
    [InlineData("{% case one %}{% when 1 %}single{% endcase %} {{ '2026-01-31T10:00:00Z' | day }} {{ '2026-01-31' | date: '%d/%m/%Y' }}", TemplateFormat.Text, "single 2026-01-31 31/01/2026")]
    [InlineData("{% tablerow t in tokens cols:2 %}{{ t.name }}{% endtablerow %}{% cycle 'a', 'b' %}{% increment i %}", TemplateFormat.Text, "<tr class=\"row1\">\n<td class=\"col1\">A</td><td class=\"col2\">B</td></tr>\na0")]
    public void Templates_speak_the_language(string template, TemplateFormat format, string expected) => Render(template, format).ShouldBe(expected);

    [Theory]
    [InlineData("a\n{% if %}b", "t:2:6: Invalid 'if' tag.")]
    [InlineData("a\n\n{% for x in tokens %}b", "t:3:23: '{% endfor %}' was expected.")]
    [InlineData("a\n {{ names }}", "t:2:5: There is no 'names' here; there is count, name, nothing, one, tokens, wild.")]
    [InlineData("{% for t in tokens %}\n{{ t.use }}{% endfor %}", "t:2:6: There is no 'use' here; there is name, uses.")]
    [InlineData("use\n{{ name | shout }}", "t:2:11: There is no filter 'shout'.")]
    [InlineData("{{ name | line_chart: fields: 'a', title: 'b' }}", "t: A chart is made of an array of points, with 'fields' and 'title'. (Parameter 'items').")]
    public void Errors_name_their_place(string template, string expected) => Should.Throw<TemplateException>(() => Render(template, TemplateFormat.Text)).Message.ShouldBe(expected);

    [Fact]
    public void A_template_that_never_ends_is_stopped() =>
        Should.Throw<TemplateException>(() => Render("{% for i in (1..30000) %}{% for j in (1..30000) %}{% assign x = j %}{% endfor %}{% endfor %}", TemplateFormat.Text)).Message.ShouldStartWith("t: It takes too many steps");

    [Fact]
    public void A_part_that_takes_itself_in_is_stopped() =>
        Should.Throw<TemplateException>(() => Template.Parse("t", "{% render 'self' %}").Render(Model, new TemplateSetting { Format = TemplateFormat.Text, Parts = n => n == "self" ? "{% render 'self' %}" : null }));

    [Fact]
    public void A_broken_part_is_told_of() =>
        Should.Throw<TemplateException>(() => Template.Parse("t", "{% render 'p' %}").Render(Model, new TemplateSetting { Format = TemplateFormat.Text, Parts = _ => "\n{% if %}" })).Message.ShouldBe("t, in a part that it takes in:2:6: Failed to parse template 'p'. Invalid 'if' tag.");

    [Fact]
    public void What_people_wrote_is_kept_as_it_is()
    {
        var model = new JsonObject();
        var text = "<!-- warder:document aar -->\nHead\n{{ 'lessons' | keep: 'Write here.' }}\nEnd\n";
        var first = Template.Parse("t", text).Render(model, new TemplateSetting { Format = TemplateFormat.Markdown });
        first.ShouldBe("<!-- warder:document aar -->\nHead\n<!-- warder:keep lessons -->\nWrite here.\n<!-- warder:end lessons -->\nEnd\n");
        var edited = "---\nowner: me\n---\n" + first.Replace("Write here.", "We *learnt* <x>.\n\n- more", StringComparison.Ordinal);
        var kept = KeptParts.Read(edited, "aar", out _)!;
        Template.Parse("t", text).Render(model, new TemplateSetting { Format = TemplateFormat.Markdown, Kept = kept }).ShouldBe(edited);
        var moved = Template.Parse("t", "<!-- warder:document aar -->\n").Render(model, new TemplateSetting { Format = TemplateFormat.Markdown, Kept = kept });
        moved.ShouldContain("We *learnt* <x>.\n\n- more");
    }

    [Fact]
    public void A_value_is_hidden_before_escaping_changes_its_looks()
    {
        var token = "gh" + "p_" + new string('A', 30) + "1B2C3D";
        foreach (var format in Enum.GetValues<TemplateFormat>())
        {
            var text = Template.Parse("t", "{{ x }} {{ x | upcase }} {% for y in (1..2) %}{{ x | code }}{% endfor %}").Render(new JsonObject { ["x"] = $"add {token} now" }, new TemplateSetting { Format = format });
            text.Replace("\\", "", StringComparison.Ordinal).ShouldNotContain(token[..12]);
        }
    }

    [Theory]
    [InlineData("{% if one %}", "t:1:1: It nests deeper than 100 levels.")]
    [InlineData("{{ ((((((((((", "t:1:1: It nests deeper than 100 levels.")]
    public void Deep_nesting_is_refused(string piece, string expected) =>
        Should.Throw<TemplateException>(() => Render(string.Concat(Enumerable.Repeat(piece, 20_000)), TemplateFormat.Text)).Message.ShouldBe(expected);

    [Fact]
    public void A_text_that_doubles_itself_is_stopped() =>
        Should.Throw<TemplateException>(() => Render("{% assign s = 'xxxxxxxxxx' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}", TemplateFormat.Text));

    [Theory]
    [InlineData("{{ 'a' | keep }}{{ 'a' | keep }}", "t: The place 'a' is there twice.")]
    [InlineData("{{ 'a b' | keep }}", "t: The place 'a b' cannot be kept: its name is of letters, digits and '-', and what stands there first holds no mark of Warder's.")]
    public void A_place_is_kept_once_and_under_a_plain_name(string template, string expected) =>
        Should.Throw<TemplateException>(() => Render(template, TemplateFormat.Markdown)).Message.ShouldBe(expected);

    [Fact]
    public void Text_of_a_model_names_no_place() =>
        Template.Parse("t", "{{ x }}{{ 'a' | keep: 'mine' }}").Render(new JsonObject { ["x"] = "\uE000a\uE001" }, new TemplateSetting { Format = TemplateFormat.Text })
            .ShouldBe(" a <!-- warder:keep a -->\nmine\n<!-- warder:end a -->");

    [Fact]
    public void No_text_of_a_model_makes_markup() => Gen.String.Sample(text =>
    {
        var html = Template.Parse("t", "<p title=\"{{ x }}\">{{ x }}</p>").Render(new JsonObject { ["x"] = text }, new TemplateSetting { Format = TemplateFormat.Html });
        html.Count(c => c is '<' or '>').ShouldBe(4);
        html.Count(c => c == '"').ShouldBe(2);
        var markdown = Template.Parse("t", "| {{ x }} |").Render(new JsonObject { ["x"] = text }, new TemplateSetting { Format = TemplateFormat.Markdown });
        markdown.ShouldNotContain('\n');
        markdown.ShouldNotContain('<');
    });

    private static string Render(string template, TemplateFormat format) => Template.Parse("t", template).Render(Model, new TemplateSetting { Format = format });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Warder.Reports.Aar;
using Warder.Reports.Templates;
using Warder.Testing;

namespace Warder.Reports.Tests.Aar;

public sealed class AarDocumentTests
{
    public static TheoryData<AarKind, AarMode, bool> All
    {
        get
        {
            var rows = new TheoryData<AarKind, AarMode, bool>();
            foreach (var kind in Enum.GetValues<AarKind>())
            {
                foreach (var mode in Enum.GetValues<AarMode>())
                {
                    rows.Add(kind, mode, true);
                    rows.Add(kind, mode, false);
                }
            }

            return rows;
        }
    }

    [Theory]
    [InlineData(AarKind.Governance)]
    [InlineData(AarKind.Health)]
    [InlineData(AarKind.Incident)]
    [InlineData(AarKind.Issue)]
    [InlineData(AarKind.PullRequest)]
    [InlineData(AarKind.Sprint)]
    [InlineData(AarKind.Automation)]
    public void A_report_is_as_the_snapshot(AarKind kind) => Snapshot.Match(Make(AarSamples.Rich(kind, AarMode.Auto)).Markdown, AarWords.NameOf(kind));

    [Theory]
    [MemberData(nameof(All))]
    public void Json_fits_its_schema_and_text_has_no_gaps(AarKind kind, AarMode mode, bool isRich)
    {
        var document = Make(isRich ? AarSamples.Rich(kind, mode) : AarSamples.Poor(kind, mode));

        SchemaCheck.Problems(SchemaTests.Schema("aar"), document.Json).ShouldBeEmpty();
        document.Markdown.ShouldNotContain("\n\n\n");
        document.Markdown.ShouldNotContain("<b>");
        document.Markdown.ShouldStartWith($"<!-- warder:document aar-{AarWords.NameOf(kind)} -->\n");
        document.Markdown.ShouldEndWith("\n");
        foreach (var (line, next) in document.Markdown.Split('\n').Zip(document.Markdown.Split('\n').Skip(1)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                next.ShouldBe("", line);
            }
        }
    }

    [Fact]
    public void Minimal_tells_no_list_and_full_tells_all()
    {
        var lists = new Dictionary<AarMode, int>();
        foreach (var mode in Enum.GetValues<AarMode>())
        {
            using var json = JsonDocument.Parse(Make(AarSamples.Rich(AarKind.Health, mode)).Json);
            lists[mode] = json.RootElement.GetProperty("git").GetProperty("hot_spots").GetArrayLength() + json.RootElement.GetProperty("ci").GetProperty("pipelines").GetArrayLength();
            json.RootElement.GetProperty("git").GetProperty("commits").GetInt32().ShouldBe(3);
        }

        lists.ShouldBe(new Dictionary<AarMode, int> { [AarMode.Minimal] = 0, [AarMode.Auto] = 3, [AarMode.Full] = 4 });
    }

    [Fact]
    public void What_people_wrote_stays_and_a_second_run_changes_nothing()
    {
        var facts = AarSamples.Rich(AarKind.Incident, AarMode.Auto);
        var first = Make(facts);
        var edited = "---\ntags: [x]\n---\n" + first.Markdown.Replace("<!-- warder:keep lessons -->\nNot written yet.\n", "<!-- warder:keep lessons -->\nPin it, **all** of `it`.\n\n- {{ no template }}\n", StringComparison.Ordinal);
        var second = Make(facts, edited, first.Json);

        second.Markdown.ShouldBe(edited);
        Make(facts with { Head = facts.Head with { Title = "Another" } }, edited, first.Json).Markdown.ShouldBe(edited.Replace("# A title with \\| and &lt;b&gt;", "# Another", StringComparison.Ordinal));
        Make(facts, edited.ReplaceLineEndings("\r\n"), first.Json).Markdown.ShouldBe(edited.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("# Mine\n", null, "it was not made by Warder")]
    [InlineData(null, "{\"mine\":1}", "it was not made by Warder")]
    [InlineData(null, "no json", "it was not made by Warder")]
    [InlineData("<!-- warder:document aar-health -->\n", null, "it was not made by Warder")]
    [InlineData("<!-- warder:document aar-sprint -->\n<!-- warder:keep a -->\n", null, "has no line")]
    public void A_file_of_somebody_else_is_not_written_over(string? markdown, string? json, string because)
    {
        var facts = AarSamples.Poor(AarKind.Sprint, AarMode.Auto);

        AarDocument.Make(AarModel.Of(facts), AarKind.Sprint, markdown, json, _ => null, out var why).ShouldBeNull();
        why!.ShouldContain(because);
    }

    [Fact]
    public void Templates_and_pieces_of_the_user_come_first()
    {
        var facts = AarSamples.Rich(AarKind.Health, AarMode.Auto);
        var own = new Dictionary<string, string>
        {
            ["aar/health.md"] = "# Ours: {{ git.commits }}\n{% render 'aar/parts/git.md', git: git %}{{ \"note\" | keep: \"x\" }}\n",
            ["aar/parts/git.md"] = "piece {{ git.merges }}\n",
        };

        Make(facts, own: own).Markdown.ShouldBe("<!-- warder:document aar-health -->\n# Ours: 3\npiece 0\n<!-- warder:keep note -->\nx\n<!-- warder:end note -->\n");
        own["aar/health.md"] = "a\n{{ nothing_such }}";
        Should.Throw<TemplateException>(() => Make(facts, own: own)).Message.ShouldStartWith("aar/health.md:2:4: There is no 'nothing_such' here");
    }

    [Fact]
    public void Every_built_in_template_is_one_of_a_kind_or_a_piece()
    {
        var kinds = Enum.GetValues<AarKind>().Select(AarDocument.TemplateOf).ToHashSet(StringComparer.Ordinal);

        BuiltInTemplates.Names.Where(n => n.StartsWith("aar/", StringComparison.Ordinal)).ShouldAllBe(n => kinds.Contains(n) || n.StartsWith("aar/parts/", StringComparison.Ordinal));
        kinds.ShouldAllBe(k => BuiltInTemplates.Find(k) != null);
    }

    [Theory]
    [InlineData("CI/CD: a leak!", "ci-cd-a-leak")]
    [InlineData("../../etc", "etc")]
    [InlineData("Grüße, Änne", "grüße-änne")]
    [InlineData("!!!", "")]
    [InlineData("日本 😀", "日本")]
    public void A_title_becomes_a_name(string title, string slug) => AarWords.SlugOf(title).ShouldBe(slug);

    [Fact]
    public void A_long_title_becomes_a_short_name() => AarWords.SlugOf(new string('a', 300)).Length.ShouldBe(60);

    private static AarDocument Make(AarFacts facts, string? markdown = null, string? json = null, Dictionary<string, string>? own = null)
    {
        JsonObject model = AarModel.Of(facts);
        var document = AarDocument.Make(model, facts.Head.Kind, markdown, json, n => own?.TryGetValue(n, out var text) == true ? (n, text) : null, out var because);
        because.ShouldBeNull();
        return document!;
    }
}

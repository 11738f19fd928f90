using System.Text.Json;
using System.Xml.Linq;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class ReportTests
{
    private const string Identity = "git config user.email t@example.com && git config user.name T && git config commit.gpgsign false";

    [Theory]
    [InlineData("daily", "2026-02-01", "2026-02-01", 1, 1)]
    [InlineData("weekly", "2026-01-31", "2026-W05", 2, 1)]
    [InlineData("monthly", "2026-01-15", "2026-01", 1, 0)]
    [InlineData("monthly", "2026-02-28", "2026-02", 2, 0)]
    [InlineData("quarterly", "2026-03-31", "2026-Q1", 3, 0)]
    [InlineData("yearly", "2026-12-31", "2026", 3, 0)]
    public void Each_report_counts_the_commits_of_its_days(string kind, string at, string label, int runs, int violations)
    {
        using var shop = Past();
        var report = Json(shop, kind, at);
        report.GetProperty("period").GetProperty("label").GetString().ShouldBe(label);
        report.GetProperty("runs").GetProperty("count").GetInt32().ShouldBe(runs);
        report.GetProperty("verdict").GetProperty("violations").GetInt32().ShouldBe(violations);
        var text = WarderProcess.Run(shop.Root, "report", kind, "--at", at).Ends(0).Out;
        text.ShouldContain($"**{label}**");
        text.ShouldNotContain("\n\n\n");
        Page(WarderProcess.Run(shop.Root, "report", kind, "--at", at, "--format", "html").Ends(0).Out).Descendants("svg").Count().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_report_says_what_came_and_what_was_fixed_and_how_soon()
    {
        using var shop = Past();
        var february = Json(shop, "monthly", "2026-02-10");
        var flow = february.GetProperty("flow");
        (flow.GetProperty("come").GetInt32() > 0, flow.GetProperty("fixed").GetInt32()).ShouldBe((true, flow.GetProperty("come").GetInt32()));
        var gone = february.GetProperty("gone").EnumerateArray().Single(f => f.GetProperty("rule").GetString() == "unregistered-token");
        (gone.GetProperty("opened").GetString(), gone.GetProperty("fixed").GetString(), gone.GetProperty("hours_open").GetDouble()).ShouldBe(("2026-02-01T00:00:00Z", "2026-02-02T12:00:00Z", 36));
        var token = february.GetProperty("tokens").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "OTHER_TOKEN");
        (token.GetProperty("registry").GetString(), token.GetProperty("uses").GetInt32(), token.GetProperty("uses_before").GetInt32(), token.GetProperty("come").GetInt32(), token.GetProperty("gone").GetInt32()).ShouldBe(("not registered", 0, 0, 1, 1));
        february.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "unregistered-token").GetProperty("flow").GetProperty("fixed_in_time").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void A_period_without_a_run_knows_nothing_or_stands_as_before()
    {
        using var shop = Past();
        Json(shop, "weekly", "2020-01-01").GetProperty("verdict").GetProperty("word").GetString().ShouldBe("not known");
        WarderProcess.Run(shop.Root, "report", "weekly", "--at", "2020-01-01").Ends(0).Out.ShouldContain("nothing can be told of it");
        WarderProcess.Run(shop.Root, "report", "monthly", "--at", "2026-04-01").Ends(0).Out.ShouldContain("stands as 2026-02-02 left it");
    }

    [Fact]
    public void A_template_sees_the_same_names_and_takes_parts_in()
    {
        using var shop = Past();
        shop.With("t/mine.md.liquid", "# {{ repository }} {{ period.label }}\n{% for t in tokens %}{{ t.name | code }} {{ t.uses | plural: 'use' }}; {% endfor %}\n{% include 'own.md' %}\n{% include 'periodic/parts/usage.md' %}");
        shop.With("t/own.md.liquid", "{{ verdict.word }}");
        WarderProcess.Run(shop.Root, "report", "monthly", "--at", "2026-02-10", "--template", "t/mine.md.liquid", "--output", "out.md").Ends(0).Out.ShouldBe("");
        var text = File.ReadAllText(shop["out.md"]);
        text.ShouldContain("`DEPLOY_TOKEN` 1 use; ");
        text.ShouldContain("\ncompliant\n");
        text.ShouldContain("## Token usage");
    }

    /// <summary>The native program holds less of the template library than a test does: each construct must be tried with it.</summary>
    [Theory]
    [InlineData("{{ tokens[0].name }} {% assign x = tokens | where: 'name', 'DEPLOY_TOKEN' %}{{ x[0].uses }} {{ x.first.uses }} {{ period['label'] }}", "DEPLOY_TOKEN 1 1 2026-02")]
    [InlineData("{% assign k = 'label' %}{{ period[k] }} {{ tokens | sum: 'uses' }} {{ tokens | map: 'name' | sort | reverse | first }}", "2026-02 1 OTHER_TOKEN")]
    [InlineData("{% for i in (1..3) %}{{ i }}{{ forloop.index0 }}{% endfor %} {% case of %}{% when 'commits' %}c{% endcase %} {% unless nil %}u{% endunless %}", "102132 c u")]
    [InlineData("{% tablerow t in tokens limit: 1 %}{{ t.uses }}{% endtablerow %}{% cycle 'a', 'b' %}{% increment n %}{% capture c %}{{ of }}{% endcapture %}{{ c | upcase }}", "a0COMMITS")]
    [InlineData("{{ tokens | json | size | at_least: 9999 }} {{ '2026-03-01' | date: '%d.%m.%Y' }} {{ 'a,b' | split: ',' | last }}", "9999 01.03.2026 b")]
    [InlineData("{{ tokens | sort: 'uses' | map: 'uses' | join: '-' }} {{ tokens | concat: tokens | uniq | size }} {{ tokens | slice: 0, 1 | size }} {{ 7 | divided_by: 2 }} {{ 'x' | append: 'y' | escape }}", "0-1 2 1 3 xy")]
    public void The_native_program_speaks_the_language(string template, string expected)
    {
        using var shop = Past();
        shop.With("t.txt", template);
        WarderProcess.Run(shop.Root, "report", "monthly", "--at", "2026-02-10", "--template", "t.txt").Ends(0).Out.ShouldContain(expected);
    }

    [Theory]
    [InlineData("a\n{% if %}", "t.md.liquid:2:6: Invalid 'if' tag.")]
    [InlineData("a\n  {{ perod.label }}", "t.md.liquid:2:6: There is no 'perod' here; there is as_of, before,")]
    [InlineData("{{ period.lable }}", "t.md.liquid:1:11: There is no 'lable' here; there is before, from, is_over, kind, label, last, previous.")]
    [InlineData("{{ title | shout }}", "t.md.liquid:1:12: There is no filter 'shout'.")]
    [InlineData("a {% include '../../etc/passwd' %}", "There is no part '../../etc/passwd")]
    [InlineData("a {% include 'nope.md' %}", "t.md.liquid:1:15: There is no part 'nope.md")]
    [InlineData("{% for i in (1..9999) %}{% for j in (1..9999) %}{{ j }}{% endfor %}{% endfor %}", "t.md.liquid: It takes too many steps")]
    public void A_broken_template_is_refused_with_its_place(string template, string because)
    {
        using var shop = Past();
        shop.With("t.md.liquid", template);
        WarderProcess.Run(shop.Root, "report", "weekly", "--template", "t.md.liquid", "--output", "out.md").Refuses(because);
        File.Exists(shop["out.md"]).ShouldBeFalse();
    }

    [Fact]
    public void What_came_and_went_is_not_overdue_and_later_audits_hide_nothing()
    {
        using var shop = Past();
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(0);
        var february = Json(shop, "monthly", "2026-02-10");
        february.GetProperty("of").GetString().ShouldBe("commits");
        february.GetProperty("come").EnumerateArray().ShouldAllBe(f => !f.GetProperty("overdue").GetBoolean() && f.GetProperty("fixed").GetString() != null);
    }

    [Fact]
    public void A_part_that_is_a_link_is_not_read()
    {
        using var shop = Past();
        shop.With("t.txt", "{% include 'secret' %}").With("elsewhere.txt", "hidden");
        File.CreateSymbolicLink(shop["secret.liquid"], shop["elsewhere.txt"]);
        WarderProcess.Run(shop.Root, "report", "weekly", "--template", "t.txt").Refuses("link");
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        using var shop = Past();
        WarderProcess.Run(shop.Root, "report", "weekly", "--at", "31.3.2026").Refuses("--at: '31.3.2026' is not understood; write it like 2026-03-31.");
        WarderProcess.Run(shop.Root, "report", "weekly", "--at", "2026-02-30").Refuses("'2026-02-30' is not understood");
        WarderProcess.Run(shop.Root, "report", "weekly", "--at", "0001-01-01").Refuses("'0001-01-01' is not understood");
        WarderProcess.Run(shop.Root, "report", "yearly", "--at", "9999-12-31").Refuses("'9999-12-31' is not understood");
        WarderProcess.Run(shop.Root, "report", "weekly", "--template", "").Refuses("--template and --output need a file");
        WarderProcess.Run(shop.Root, "report", "weekly", "--branch", "other").Refuses("the history has no such run");
        WarderProcess.Run(shop.Root, "report", "weekly", "--template", "none.md").Refuses("none.md: There is no such file.");
        WarderProcess.Run(shop.Root, "report", "weekly", "--database", "none.db").Refuses("there is no history yet");
        shop.With("no.db", "this is no database, whatever its name says; it is long enough to be looked at as one");
        WarderProcess.Run(shop.Root, "report", "weekly", "--database", "no.db").Refuses("cannot be used");
        WarderProcess.Run(shop.Root, "report").Refuses("needs one of: daily, weekly, monthly, quarterly, yearly");
        using var bare = Shop.Clean();
        WarderProcess.Run(bare.Root, "report", "weekly").Refuses("there is no history yet");
    }

    /// <summary>Three commits: a clean one at the end of January, a wrong one as February begins, a mended one a day and a half later.</summary>
    private static TempFolder Past()
    {
        var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, $"git init -q -b main . && {Identity} && echo /logs/ > .gitignore").Ends(0);
        Commit(shop, "2026-01-31T23:59:59Z");
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        Commit(shop, "2026-02-01T01:00:00+01:00");
        File.Delete(shop[".github/workflows/other.yml"]);
        Commit(shop, "2026-02-02T12:00:00Z");
        WarderProcess.Run(shop.Root, "history", "backfill").Ends(0);
        return shop;
    }

    private static void Commit(TempFolder shop, string time) =>
        WarderProcess.Shell(shop.Root, $"git add -A && GIT_COMMITTER_DATE={time} GIT_AUTHOR_DATE={time} git commit -q -m change").Ends(0);

    private static JsonElement Json(TempFolder shop, string kind, string at)
    {
        var ran = WarderProcess.Run(shop.Root, "report", kind, "--at", at, "--format", "json").Ends(0);
        SchemaCheck.Problems(PotatoTests.Schema("report"), ran.Out).ShouldBeEmpty(ran.What);
        using var document = JsonDocument.Parse(ran.Out);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a page as XML: what HTML leaves open is closed first, all else must nest.</summary>
    private static XElement Page(string html) => XElement.Parse(
        string.Join('\n', html.Split('\n').Select(l => l.StartsWith("<meta", StringComparison.Ordinal) ? l.Replace(">", "/>", StringComparison.Ordinal) : l))
            .Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<wbr>", "", StringComparison.Ordinal).Replace("<br>", "", StringComparison.Ordinal));
}

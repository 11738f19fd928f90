using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.History.Tests;

public sealed class LifeCycleTests : IDisposable
{
    private readonly HistoryFile _file = new();
    private readonly RunRecorder _recorder;
    private readonly HistoryReader _reader;

    public LifeCycleTests()
    {
        _recorder = new RunRecorder(_file.Database, Runs.Main);
        _reader = new HistoryReader(_file.Database);
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_finding_is_new_then_fixed_then_reopened()
    {
        Take(Runs.Of(1, Runs.Finding("x"))).ShouldBe(["new x@a.yml"]);
        Take(Runs.Of(2, Runs.Finding("x"))).ShouldBeEmpty();
        Take(Runs.Of(3)).ShouldBe(["fixed x@a.yml"]);
        Take(Runs.Of(4)).ShouldBeEmpty();
        Take(Runs.Of(5, Runs.Finding("x"))).ShouldBe(["reopened x@a.yml"]);
        var finding = _reader.AllFindings(Runs.Main).ShouldHaveSingleItem();
        finding.FirstSeen.ShouldBe(Runs.Start.AddHours(1));
        finding.Opened.ShouldBe(Runs.Start.AddHours(5));
        finding.Fixes.ShouldBe(1);
        At(1).Count.ShouldBe(1);
        At(2).Count.ShouldBe(1);
        At(3).ShouldBeEmpty();
        At(5).Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_accepted_and_let_go_again_is_opened_again()
    {
        Take(Runs.Of(1, Runs.Finding("x")));
        Take(Runs.Of(2, Runs.Finding("x", isAccepted: true))).ShouldBe(["accepted x@a.yml"]);
        At(2).ShouldHaveSingleItem().State.ShouldBe(FindingState.Accepted);
        Take(Runs.Of(3, Runs.Finding("x"))).ShouldBe(["reopened x@a.yml"]);
        At(1).ShouldHaveSingleItem().State.ShouldBe(FindingState.Open);
        Take(Runs.Of(4, Runs.Finding("x", isAccepted: true))).ShouldBe(["accepted x@a.yml"]);
        Take(Runs.Of(5)).ShouldBe(["fixed x@a.yml"]);
    }

    [Fact]
    public void A_finding_whose_file_was_renamed_has_moved_and_keeps_its_age()
    {
        Take(Runs.Of(1, Runs.Finding("x"), Runs.Finding("y")));
        Take(Runs.Of(2, Runs.Finding("x", "b.yml"), Runs.Finding("y"))).ShouldBe(["moved x@b.yml from a.yml"]);
        _reader.AllFindings(Runs.Main).Count.ShouldBe(2);
        _reader.AllFindings(Runs.Main).Single(f => f.Path == "b.yml").Opened.ShouldBe(Runs.Start.AddHours(1));
        Take(Runs.Of(3, Runs.Finding("x", "b.yml", isAccepted: true), Runs.Finding("y", "c.yml", isAccepted: true))).ShouldBe(["accepted x@b.yml", "moved y@c.yml from a.yml", "accepted y@c.yml"]);

        // An old run tells where it was then, and a file that is still there has lost nothing to another.
        At(1).Select(f => f.Path).ShouldBe(["a.yml", "a.yml"]);
        At(2).Select(f => f.Fingerprint).ShouldBe(["y@a.yml", "x@b.yml"]);

        // A copy beside the first is a finding of its own.
        Take(Runs.Of(4, Runs.Finding("x", "b.yml", isAccepted: true), Runs.Finding("x", "d.yml"), Runs.Finding("y", "c.yml", isAccepted: true))).ShouldBe(["new x@d.yml"]);
    }

    [Fact]
    public void A_finding_does_not_move_out_of_a_file_that_is_still_there()
    {
        Take(Runs.Of(1, Runs.Finding("x")));
        Take(Runs.Of(2, Runs.Finding("x", "b.yml")) with { Exists = _ => true }).ShouldBe(["new x@b.yml", "fixed x@a.yml"]);
    }

    [Fact]
    public void What_was_not_looked_at_is_not_fixed()
    {
        Take(Runs.Of(1, Runs.Finding("x"), Runs.Finding("y", "b.yml", rule: "root-artifact")));
        Take(Runs.Of(2) with { Unseen = new HashSet<string> { "a.yml", "b.yml" } }).ShouldBeEmpty();
        Take(Runs.Of(3) with { IsBlind = true }).ShouldBeEmpty();
        Take(Runs.Of(4) with { Rules = new HashSet<string> { "prohibited-token" } }).ShouldBe(["fixed x@a.yml"]);
        At(4).ShouldHaveSingleItem().Rule.ShouldBe("root-artifact");
    }

    [Fact]
    public void A_severity_that_changed_is_told_as_it_was_then()
    {
        Take(Runs.Of(1, Runs.Finding("x", severity: Severity.Warning)));
        Take(Runs.Of(2, Runs.Finding("x", severity: Severity.Critical))).ShouldBeEmpty();
        At(1).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        At(2).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);
        var diff = HistoryDiff.Of(_reader, _reader.Find("latest~1", new RunFilter())!, _reader.Find("latest", new RunFilter())!);
        diff.Changed.Count.ShouldBe(1);
        (diff.Come.Count, diff.Gone.Count, diff.Same).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Branches_do_not_fix_each_others_findings()
    {
        Take(Runs.Of(1, Runs.Finding("x")));
        new RunRecorder(_file.Database, Runs.Main with { Branch = "feature" }).Record(Runs.Of(2)).Events.ShouldBeEmpty();
        Take(Runs.Of(3, Runs.Finding("x"))).ShouldBeEmpty();
    }

    [Fact]
    public void Due_is_counted_from_the_opening_by_the_times_of_the_policy()
    {
        Take(Runs.Of(1, Runs.Finding("x", severity: Severity.Critical)));
        var times = ResponseTimes.Default;
        var finding = At(1).ShouldHaveSingleItem();
        ResponseDue.Of(finding, times, Runs.Start.AddHours(2)).OverdueBy.ShouldBeNull();
        var late = ResponseDue.Of(finding, times, Runs.Start.AddHours(5));
        late.Due.ShouldBe(Runs.Start.AddHours(2));
        late.OverdueBy.ShouldBe(TimeSpan.FromHours(3));

        // A clock that was set back makes nothing overdue.
        ResponseDue.Of(finding, times, Runs.Start.AddYears(-1)).OverdueBy.ShouldBeNull();
    }

    [Fact]
    public void The_same_run_is_not_recorded_twice()
    {
        Take(Runs.Of(1));
        Should.Throw<HistoryException>(() => _recorder.Record(Runs.Of(1))).Message.ShouldContain("already");
        Take(Runs.Of(2)).ShouldBeEmpty();
        _reader.Runs(new RunFilter()).Count.ShouldBe(2);
    }

    [Fact]
    public void Uses_are_told_as_they_were_at_each_run()
    {
        Take(Runs.Of(1) with { Uses = [Runs.Use("A"), Runs.Use("B")] });
        Take(Runs.Of(2) with { Uses = [Runs.Use("B")] });
        Take(Runs.Of(3) with { Uses = null });
        Take(Runs.Of(4) with { Uses = [Runs.Use("A"), Runs.Use("B")] });
        Tokens(1).ShouldBe("A B");
        Tokens(2).ShouldBe("B");
        Tokens(3).ShouldBe("B");
        Tokens(4).ShouldBe("A B");
    }

    private string Tokens(int run) => string.Join(' ', _reader.UsesAt(Run(run)).Select(u => u.Token));

    private RunSummary Run(int number) => _reader.Runs(new RunFilter()).Single(r => r.Key == $"{number:D8}");

    private IReadOnlyList<StoredFinding> At(int number) => _reader.FindingsAt(Run(number));

    private List<string> Take(RunFacts run)
    {
        var events = _recorder.Record(run).Events;
        _reader.EventsOf(Run(int.Parse(run.Key))).Count.ShouldBe(events.Count);
        return [.. events.Select(e => $"{Words.Of(e.Kind)} {e.Fingerprint}{(e.Detail is null ? "" : $" from {e.Detail}")}")];
    }
}

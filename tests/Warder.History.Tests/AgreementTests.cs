using System.Text.Json;
using CsCheck;
using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.History.Tests;

/// <summary>SQLite and PostgreSQL give the same answers to the same operations, and both give those of a model that keeps everything.</summary>
public sealed class AgreementTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Rounds = 60;
    private static readonly string[] Contexts = ["x", "y", "z\u00e9\u2028", "a'b;--\"", "\ud83d\ude80"];
    private static readonly string[] Paths = ["a.yml", "B.yml", "dir/\u00fc.yml"];

    private static readonly string[] Tokens = ["A", "a", "\u00c4", "B"];

    private static readonly Gen<SeenFinding> Findings = Gen.Select(
        Gen.Int[0, 4].Select(i => Contexts[i]), Gen.Int[0, 2].Select(i => Paths[i]), Gen.Enum<Severity>(), Gen.Bool,
        (context, path, severity, isAccepted) => Runs.Finding(context, path, severity, isAccepted, context is "x" or "y" ? "prohibited-token" : "root-artifact"));

    private static readonly Gen<(SeenFinding[] Findings, string[] Uses, bool HidesPath, bool HasRules, bool Reopens, int Jump)[]> Sequences = Gen.Select(
        Findings.Array[0, 6], Gen.Int[0, 3].Select(i => Tokens[i]).Array[0, 4], Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))),
        Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))), Gen.Bool, Gen.Int[-50, 200],
        (f, u, hides, rules, reopens, jump) => (f, u, hides, rules, reopens, jump)).Array[1, 12];

    [Fact]
    public void Two_databases_and_the_model_agree()
    {
        using var file = new HistoryFile();
        using var other = HistoryDatabase.Open(server.Connection);
        var round = 0;
        Sequences.Sample(
            sequence =>
            {
                round++;
                var track = Runs.Main with { Repository = $"r{round}" };
                var runs = sequence.Select((s, i) => RunOf(round, i, s)).ToList();
                Record(file.Database, track, runs, sequence);
                Record(other, track, runs, sequence);
                var told = Tell(file.Database, track);
                Tell(other, track).ShouldBe(told);
                HoldModel(new HistoryReader(file.Database), track, runs);
            },
            iter: Rounds,
            threads: 1);
    }

    private static RunFacts RunOf(int round, int number, (SeenFinding[] Findings, string[] Uses, bool HidesPath, bool HasRules, bool Reopens, int Jump) step) => Runs.Of(number, [.. step.Findings.DistinctBy(f => f.Fingerprint)]) with
    {
        Key = $"{round}-{number}",
        Time = Runs.Start.AddHours(step.Jump),
        Uses = [.. step.Uses.Distinct().Select(u => Runs.Use(u))],
        Unseen = step.HidesPath ? new HashSet<string> { Paths[0] } : new HashSet<string>(),
        Rules = step.HasRules ? new HashSet<string> { "prohibited-token" } : null,
    };

    private static void Record(HistoryDatabase history, Track track, List<RunFacts> runs, (SeenFinding[] Findings, string[] Uses, bool HidesPath, bool HasRules, bool Reopens, int Jump)[] steps)
    {
        var recorder = new RunRecorder(history, track);
        for (var i = 0; i < runs.Count; i++)
        {
            recorder = steps[i].Reopens ? new RunRecorder(history, track) : recorder;
            recorder.Record(runs[i], log: "here");
        }
    }

    private static string Tell(HistoryDatabase history, Track track)
    {
        var reader = new HistoryReader(history);
        var runs = reader.Runs(new RunFilter(track.Repository));
        return JsonSerializer.Serialize(new
        {
            runs,
            findings = runs.Select(reader.FindingsAt),
            events = runs.Select(r => reader.EventsOf(r).Select(e => $"{e.Kind} {e.Finding} {e.Detail}")),
            uses = runs.Select(reader.UsesAt),
            all = reader.AllFindings(track),
            waiting = Outbox.Waiting(history, "here").Select(w => $"{w}"),
            trends = Enum.GetValues<PeriodKind>().Select(s => TrendReader.Of(reader, history, track, new RunFilter(), s, ResponseTimes.Default)
                .Select(p => new { p.Period.Label, p.Runs, p.MeanDuration, p.AtEnd, p.Flow })),
            periods = Enum.GetValues<PeriodKind>().Select(s => PeriodReader.Of(history, track, Period.Of(s, Runs.Start.AddDays(1)), ResponseTimes.Default, Runs.Start.AddDays(3)))
                .Select(f => new { f.Runs, f.First, f.Last, f.MedianDuration, f.Before, f.AtEnd, f.Flow, f.FlowBefore, f.Present, f.Come, f.Gone, f.Rules, f.Tokens }),
            none = reader.Find("latest~100", new RunFilter(track.Repository)),
            byCommit = reader.Find($"{0:x40}"[..12], new RunFilter(track.Repository)),
        });
    }

    private static void HoldModel(HistoryReader reader, Track track, List<RunFacts> runs)
    {
        var kept = new Dictionary<string, SeenFinding>();
        var told = reader.Runs(new RunFilter(track.Repository)).OrderBy(r => r.Seq).ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            foreach (var (fingerprint, finding) in kept.ToList())
            {
                if (!runs[i].Unseen.Contains(finding.Path) && runs[i].Rules?.Contains(finding.Rule) != false)
                {
                    kept.Remove(fingerprint);
                }
            }

            foreach (var finding in runs[i].Findings)
            {
                kept[finding.Fingerprint] = finding;
            }

            var at = reader.FindingsAt(told[i]);
            at.Count.ShouldBe(kept.Count);
            at.Select(f => (f.Severity, f.State == FindingState.Accepted)).Order().ShouldBe(kept.Values.Select(f => (f.Severity, f.IsAccepted)).Order());
        }
    }
}

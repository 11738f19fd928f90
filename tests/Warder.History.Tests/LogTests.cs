using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Warder.History.Logs;

namespace Warder.History.Tests;

public sealed class LogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warder-log-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2028, 2, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly LogFiles _files;

    public LogTests() => _files = new LogFiles(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_appended_is_whole()
    {
        Append(3);
        Append(1);
        var verdict = Verify();
        verdict.Broken.ShouldBeNull();
        (verdict.Lines, verdict.First, verdict.Last).ShouldBe((4, 1, 4));
        LogVerifier.Verify(_files, verdict.Hash)!.Broken.ShouldBeNull();
        LogVerifier.Verify(_files, new string('a', 64))!.Broken!.What.ShouldContain("no line has the given hash");
        LogVerifier.Verify(new LogFiles(Path.Combine(_folder, "none"))).ShouldBeNull();
    }

    [Fact]
    public void Any_changed_added_or_removed_byte_is_found()
    {
        Append(4);
        Append(2);
        var log = File.ReadAllBytes(_files.Log);
        Gen.Select(Gen.Int[0, log.Length - 1], Gen.Byte, Gen.Int[0, 2]).Sample(
            (at, value, kind) =>
            {
                byte[] changed = kind switch
                {
                    0 => [.. log[..at], value, .. log[(at + 1)..]],
                    1 => [.. log[..at], .. log[(at + 1)..]],
                    _ => [.. log[..at], value, .. log[at..]],
                };
                if (!changed.AsSpan().SequenceEqual(log))
                {
                    File.WriteAllBytes(_files.Log, changed);
                    var broken = Verify().Broken.ShouldNotBeNull($"{kind} at {at}");
                    broken.IsTorn.ShouldBeFalse();
                    if (broken.Line > 0)
                    {
                        // Never later than the line after the one that was touched.
                        var touched = log.AsSpan(0, at).Count((byte)'\n') + 1;
                        broken.Line.ShouldBeInRange(touched, touched + 1);
                    }
                }
            },
            iter: 1500,
            threads: 1);
    }

    [Fact]
    public void Any_removed_swapped_duplicated_or_foreign_line_is_found()
    {
        Append(3);
        Append(3);
        var lines = File.ReadAllLines(_files.Log);
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3]).Sample(
            (a, b, kind) =>
            {
                var changed = lines.ToList();
                switch (kind)
                {
                    case 0:
                        changed.RemoveAt(a);
                        break;
                    case 1:
                        (changed[a], changed[b]) = (changed[b], changed[a]);
                        break;
                    case 2:
                        changed.Insert(b, lines[a]);
                        break;
                    default:
                        changed.RemoveRange(a, changed.Count - a);
                        break;
                }

                if (!changed.SequenceEqual(lines))
                {
                    File.WriteAllText(_files.Log, string.Concat(changed.Select(l => l + "\n")));
                    Verify().Broken.ShouldNotBeNull($"{kind} {a} {b}");
                    Should.Throw<HistoryException>(() =>
                    {
                        // Appending refuses where the end was touched; where the middle was, it stays broken.
                        Append(1);
                        Verify().Broken.ShouldNotBeNull();
                        throw new HistoryException("broken");
                    });
                    File.WriteAllText(_files.Log, string.Concat(lines.Select(l => l + "\n")));
                    RestoreHead(lines);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_head_that_was_touched_is_found()
    {
        Append(2);
        var head = File.ReadAllText(_files.Head);
        foreach (var other in new[] { "", "1" + head[1..], "3" + head[1..], head[..10] + (head[10] == 'a' ? 'b' : 'a') + head[11..] })
        {
            File.WriteAllText(_files.Head, other);
            Verify().Broken.ShouldNotBeNull(other);
        }

        File.Delete(_files.Head);
        Verify().Broken.ShouldNotBeNull();
    }

    [Fact]
    public void A_writer_that_ends_at_any_byte_leaves_a_log_that_goes_on()
    {
        Append(2);
        var head = File.ReadAllText(_files.Head).TrimEnd('\n');
        var before = File.ReadAllBytes(_files.Log);
        Append(3);
        var after = File.ReadAllBytes(_files.Log);
        for (var cut = before.Length; cut <= after.Length; cut += cut < after.Length - 70 ? 7 : 1)
        {
            File.WriteAllBytes(_files.Log, after[..cut]);
            File.WriteAllText(_files.Head, $"{head} 5\n");
            var isTorn = after[cut - 1] != (byte)'\n';
            if (Verify().Broken is { } broken)
            {
                broken.IsTorn.ShouldBeTrue();
                broken.Line.ShouldBe(after.AsSpan(0, cut).Count((byte)'\n') + 1);
                isTorn.ShouldBeTrue();
            }
            else
            {
                isTorn.ShouldBeFalse();
            }

            var notice = Append(1);
            (notice is not null).ShouldBe(isTorn);
            Verify().Broken.ShouldBeNull();
        }

        Directory.EnumerateFiles(_folder, "audit-log.torn-*").ShouldNotBeEmpty();
    }

    [Fact]
    public void Archives_keep_the_chain_and_pruning_is_told()
    {
        Append(3);
        _clock.Advance(TimeSpan.FromDays(1));
        Append(2);
        Archive(_clock.GetUtcNow()).ShouldBe(3);
        (Verify().Lines, Verify().Archives, Verify().Broken).ShouldBe((6, 1, null));
        _clock.Advance(TimeSpan.FromDays(1));
        Archive(_clock.GetUtcNow()).ShouldBe(3);
        Append(1);
        (Verify().Lines, Verify().Archives, Verify().Broken).ShouldBe((8, 2, null));
        Archive(DateTimeOffset.MinValue).ShouldBeNull();

        var archive = _files.ListArchives()[0];
        var bytes = File.ReadAllBytes(archive);
        File.Delete(archive);
        Verify().Broken!.What.ShouldContain("are missing");
        File.WriteAllBytes(archive, bytes[..(bytes.Length / 2)]);
        Verify().Broken.ShouldNotBeNull();
        File.WriteAllBytes(archive, bytes);

        Prune(_clock.GetUtcNow().AddDays(-1)).ShouldBe(1);
        (Verify().First, Verify().Archives, Verify().Broken).ShouldBe((4, 1, null));
        Prune(_clock.GetUtcNow()).ShouldBe(1);
        (Verify().First, Verify().Archives, Verify().Broken).ShouldBe((7, 0, null));
        Append(1);
        Verify().Broken.ShouldBeNull();
    }

    [Fact]
    public void An_archiving_that_was_ended_is_finished_by_the_next()
    {
        Append(3);
        var all = File.ReadAllBytes(_files.Log);
        _clock.Advance(TimeSpan.FromDays(1));
        Archive(_clock.GetUtcNow()).ShouldBe(3);
        var rest = File.ReadAllBytes(_files.Log);

        // As if it had been killed before the lines left the log.
        File.WriteAllBytes(_files.Log, [.. all, .. rest]);
        Verify().Broken.ShouldBeNull();
        _clock.Advance(TimeSpan.FromDays(1));
        Archive(_clock.GetUtcNow()).ShouldBe(1);
        (Verify().Lines, Verify().Archives, Verify().Broken).ShouldBe((5, 2, null));
    }

    private LogVerdict Verify() => LogVerifier.Verify(_files)!;

    private string? Append(int count)
    {
        using var log = EventLog.Open(_files, _clock);
        log.Append([.. Enumerable.Range(0, count).Select(i => LogEntry.Write(_clock.GetUtcNow(), "run", json => json.WriteString("run", $"r{i} \u00e9\n\"")))]);
        return log.Notice;
    }

    private long? Archive(DateTimeOffset before)
    {
        using var log = EventLog.Open(_files, _clock);
        return new LogArchive(_files, log, _clock).Archive(before)?.Lines;
    }

    private int Prune(DateTimeOffset before)
    {
        using var log = EventLog.Open(_files, _clock);
        return new LogArchive(_files, log, _clock).Prune(before).Count;
    }

    private void RestoreHead(string[] lines)
    {
        var last = lines[^1];
        File.WriteAllText(_files.Head, $"{lines.Length} {last[^66..^2]}\n");
    }
}

using System.Text;

namespace Warder.Testing;

/// <summary>A folder of approved texts.</summary>
public sealed class SnapshotStore
{
    private const int Context = 3;
    private const int MaxShown = 60;
    private readonly string _folder;
    private readonly bool _update;
    private readonly bool _isCi;

    /// <summary>Over a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="update">Whether to rewrite what differs.</param>
    /// <param name="isCi">Whether this is a build server, where nothing may be rewritten.</param>
    public SnapshotStore(string folder, bool update, bool isCi)
    {
        _folder = folder;
        _update = update;
        _isCi = isCi;
    }

    /// <summary>Compares a text with the approved one; writes <c>*.received.txt</c> and throws where they differ.</summary>
    public void Match(string name, string actual)
    {
        if (_update && _isCi)
        {
            throw new InvalidOperationException("Snapshots are not rewritten on a build server: unset WARDER_UPDATE_SNAPSHOTS.");
        }

        var approved = Path.Combine(_folder, name + ".txt");
        var received = Path.Combine(_folder, name + ".received.txt");
        var text = actual.Replace("\r\n", "\n", StringComparison.Ordinal);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (string.Equals(expected, text, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(_folder);
        if (_update)
        {
            File.WriteAllText(approved, text);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new SnapshotMismatchException(expected is null
            ? $"There is no snapshot {name}.txt yet; look at {name}.received.txt and run again with WARDER_UPDATE_SNAPSHOTS=1."
            : $"{name}.txt differs (- approved, + received); WARDER_UPDATE_SNAPSHOTS=1 takes the new text.\n{Diff(expected, text)}");
    }

    /// <summary>Snapshots whose test is gone: their names are <c>Class.Method</c> or <c>Class.Method.variant</c>.</summary>
    /// <param name="sources">The folder that holds the test classes.</param>
    public IReadOnlyList<string> Unclaimed(string sources)
    {
        var unclaimed = new List<string>();
        if (!Directory.Exists(_folder))
        {
            return unclaimed;
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var parts = name.Split('.', 3);
            if (name.EndsWith(".received", StringComparison.Ordinal))
            {
                continue;
            }

            var source = Directory.EnumerateFiles(sources, parts[0] + ".cs", SearchOption.AllDirectories).FirstOrDefault();
            var text = source is null ? "" : File.ReadAllText(source);
            if (parts.Length < 2
                || !text.Contains($" {parts[1]}(", StringComparison.Ordinal)
                || (parts.Length == 3 && !text.Contains(parts[2], StringComparison.Ordinal)))
            {
                unclaimed.Add(name);
            }
        }

        return unclaimed;
    }

    private static string Diff(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var head = 0;
        while (head < old.Length && head < now.Length && string.Equals(old[head], now[head], StringComparison.Ordinal))
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && string.Equals(old[^(tail + 1)], now[^(tail + 1)], StringComparison.Ordinal))
        {
            tail++;
        }

        var from = Math.Max(0, head - Context);
        var diff = new StringBuilder();
        diff.Append($"@@ -{from + 1} +{from + 1} @@\n");
        Append(diff, ' ', old[from..head]);
        Append(diff, '-', old[head..^tail]);
        Append(diff, '+', now[head..^tail]);
        Append(diff, ' ', old[(old.Length - tail)..Math.Min(old.Length, old.Length - tail + Context)]);
        return diff.ToString();
    }

    private static void Append(StringBuilder diff, char sign, string[] lines)
    {
        for (var i = 0; i < lines.Length && i < MaxShown; i++)
        {
            diff.Append(sign).Append(lines[i]).Append('\n');
        }

        if (lines.Length > MaxShown)
        {
            diff.Append($"{sign}({lines.Length - MaxShown} more lines)\n");
        }
    }
}

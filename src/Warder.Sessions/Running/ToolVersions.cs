using System.Text;
using Warder.Sessions.Processes;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>Asks the tools for their versions while the suites run, so that nobody waits for it.</summary>
internal sealed class ToolVersions
{
    private const int LongestAnswer = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Task<string?>> _answers = new(StringComparer.Ordinal);
    /// <summary>Begins to ask.</summary>
    public static ToolVersions Ask(SessionRequest request, HashSet<int> spared)
    {
        var versions = new ToolVersions();
        var root = request.Logs.Root;
        var environment = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal);
        PythonEnvironment.Find(root, new Suite { Name = "", Kind = SuiteKind.Pytest }, request.VirtualEnvironment)?.Apply(environment);
        var kinds = request.Suites.Select(s => s.Kind).ToHashSet();
        foreach (var (name, program, argument) in new[] { ("python", "python3", "--version"), ("node", "node", "--version"), ("dotnet", "dotnet", "--version"), ("go", "go", "version"), ("cargo", "cargo", "--version") })
        {
            var isWanted = name switch
            {
                "dotnet" => kinds.Contains(SuiteKind.Dotnet),
                "go" => kinds.Contains(SuiteKind.Go),
                "cargo" => kinds.Contains(SuiteKind.Cargo),
                _ => true,
            };
            if (isWanted && ProgramPath.Find(program, environment.GetValueOrDefault("PATH"), root) is { } found)
            {
                versions.Start(name, new ChildStart(found, [argument], environment, root), spared);
            }
        }

        return versions;
    }

    /// <summary>The answers; those that take too long are left out.</summary>
    public IReadOnlyDictionary<string, string> Wait()
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Task.WaitAny([Task.WhenAll(_answers.Values), Task.Delay(Patience)], CancellationToken.None);
        foreach (var (name, answer) in _answers)
        {
            if (answer is { IsCompletedSuccessfully: true, Result: { Length: > 0 } text })
            {
                answers[name] = text;
            }
        }

        return answers;
    }

    /// <summary>Started here and now, so that nobody takes it for an orphan of a suite; only the answer is waited for elsewhere.</summary>
    private void Start(string name, ChildStart start, HashSet<int> spared)
    {
        try
        {
            var child = ChildProcess.Start(start);
            lock (spared)
            {
                spared.Add(child.Pid);
            }

            _answers[name] = Task.Run(() => Answer(child));
        }
        catch (Exception wrong) when (wrong is StartFailure or IOException)
        {
            // A tool that cannot be started has no version.
        }
    }

    private static string? Answer(ChildProcess child)
    {
        using (child)
        using (new Timer(_ => child.Ask(), state: null, Patience, Timeout.InfiniteTimeSpan))
        {
            var buffer = new byte[LongestAnswer];
            var count = child.Output.ReadAtLeast(buffer, LongestAnswer, throwOnEndOfStream: false);
            child.Ended.Wait(Patience);
            return child.Ended.IsCompleted && child.Status() == 0 ? Results.SafeXml.OneLine(Encoding.UTF8.GetString(buffer, 0, count).Trim()) : null;
        }
    }
}

using System.Text;
using Warder.Engine.Hygiene;
using Warder.Sessions.Processes;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>Asks the tools for their versions while the suites run, so that nobody waits for it.</summary>
internal sealed class ToolVersions
{
    private const int LongestAnswer = 200;
    private static readonly (string Name, string Program, string Argument)[] Tools =
        [("python", "python3", "--version"), ("node", "node", "--version"), ("dotnet", "dotnet", "--version"), ("go", "go", "version"), ("cargo", "cargo", "--version")];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Task<string?>> _answers = new(StringComparer.Ordinal);
    /// <summary>Begins to ask.</summary>
    public static ToolVersions Ask(SessionRequest request, HashSet<int> spared)
    {
        var versions = new ToolVersions();
        var root = request.Logs.Root;
        var environment = request.Environment;
        foreach (var (name, program, argument) in Tools)
        {
            // A tool that the project has nothing to do with is not asked: starting it may take longer than the tests.
            if (!IsWanted(name, request))
            {
                continue;
            }

            if (name == "python" && PythonEnvironment.Find(root, new Suite { Name = "", Kind = SuiteKind.Pytest }, request.VirtualEnvironment)?.Version is { } version)
            {
                versions._answers[name] = Task.FromResult<string?>($"Python {version}");
            }
            else if (ProgramPath.Find(program, environment.GetValueOrDefault("PATH"), root) is { } found)
            {
                versions.Start(name, new ChildStart(found, [argument], environment, root), spared);
            }
        }

        return versions;
    }

    private static bool IsWanted(string name, SessionRequest request)
    {
        var root = request.Logs.Root;
        return name switch
        {
            "python" => request.Suites.Any(s => s.IsPython) || VirtualEnvironment.ProjectMarks.Any(m => File.Exists(Path.Join(root, m))),
            "node" => request.Suites.Any(s => s.Kind == SuiteKind.Node) || File.Exists(Path.Join(root, "package.json")),
            "dotnet" => request.Suites.Any(s => s.Kind == SuiteKind.Dotnet),
            "go" => request.Suites.Any(s => s.Kind == SuiteKind.Go),
            _ => request.Suites.Any(s => s.Kind == SuiteKind.Cargo),
        };
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

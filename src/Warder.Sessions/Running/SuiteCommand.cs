using Warder.Sessions.Processes;
using Warder.Sessions.Records;
using Warder.Sessions.Suites;
using Warder.Sessions.Tools;

namespace Warder.Sessions.Running;

/// <summary>Makes of a suite what is started: the program, its arguments, its environment.</summary>
internal sealed class SuiteCommand
{
    private readonly SessionRequest _request;
    private readonly SessionFolder _session;

    public SuiteCommand(SessionRequest request, SessionFolder session)
    {
        _request = request;
        _session = session;
    }

    /// <summary>What to start.</summary>
    /// <exception cref="StartFailure">There is no such folder or program.</exception>
    public ChildStart Of(Suite suite, SuitePlaces places, string mark, List<string> notes)
    {
        var root = _session.Logs.Root;
        var folder = Path.GetFullPath(Path.Join(root, suite.Directory));
        _session.Logs.RefuseLinks(folder);
        if (!Directory.Exists(folder))
        {
            throw new StartFailure($"There is no folder {suite.Directory}.");
        }

        var environment = new Dictionary<string, string>(_request.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in SessionEnvironment.Of(_session, places, withPytest: suite.Kind == SuiteKind.Command, _request.Environment.GetValueOrDefault("PYTEST_ADDOPTS")))
        {
            environment[name] = value;
        }

        environment[SessionEnvironment.MarkVariable] = mark;
        environment["PWD"] = folder;
        environment.Remove("OLDPWD");
        if (suite.IsPython)
        {
            if (PythonEnvironment.Find(root, suite, _request.VirtualEnvironment) is { } python)
            {
                if (suite.Kind == SuiteKind.Pytest && python.LacksPytest)
                {
                    throw new StartFailure($"pytest is not installed in {_session.Logs.Relative(python.Folder)}: {_session.Logs.Relative(python.Programs)}/python -m pip install pytest pytest-cov");
                }

                python.Apply(environment);
                places = places with { HasCoverageTool = _request.WithCoverage && python.HasCoverageTool };
            }
            else
            {
                notes.Add($"There is no virtual environment in {_request.VirtualEnvironment}: it runs with what the machine has installed.");
            }
        }

        var launch = new SuiteLaunch(new ProjectFolder(root, suite.Directory), places);
        TestTool.For(suite.Kind)?.Prepare(launch);
        foreach (var (name, value) in launch.Environment.Concat(suite.Environment))
        {
            environment[name] = value;
        }

        return Started(suite, launch, environment, folder);
    }

    private static ChildStart Started(Suite suite, SuiteLaunch launch, Dictionary<string, string> environment, string folder)
    {
        var path = environment.GetValueOrDefault("PATH");
        if (suite.ShellLine is { } line)
        {
            // The one shell there is: the user wrote a line for it.
            return OperatingSystem.IsWindows()
                ? new ChildStart(ProgramPath.Find("cmd.exe", path, folder) ?? "cmd.exe", ["/d", "/s", "/c", line], environment, folder)
                : new ChildStart("/bin/sh", ["-c", line], environment, folder);
        }

        var program = suite.Command[0];
        if (ProgramPath.Find(program, path, folder) is { } found)
        {
            return new ChildStart(found, [.. suite.Command.Skip(1), .. launch.Arguments], environment, folder);
        }

        // A machine may have Python under its full name only.
        return program == "python" && ProgramPath.Find("python3", path, folder) is { } python
            ? new ChildStart(python, [.. suite.Command.Skip(1), .. launch.Arguments], environment, folder)
            : throw new StartFailure($"There is no program '{program}' on this machine.");
    }
}

using System.Runtime.InteropServices;
using Warder.Cli.Git;
using Warder.Reports.Health;

namespace Warder.Cli.Diagnosis;

/// <summary>The machine: Warder itself, git, optional tools, credentials by their names, the terminal.</summary>
internal static class MachineHealth
{
    private static readonly (string Program, string For)[] Tools =
    [
        ("gh", "facts of issues and pull requests in reports"),
        ("pre-commit", "hooks before each commit"),
    ];

    private static readonly string[] Credentials = ["GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITLAB_TOKEN"];

    public static IEnumerable<HealthItem> Check(string root)
    {
        yield return new HealthItem("warder", HealthState.Good, $"{Product.Version}, {RuntimeInformation.RuntimeIdentifier}");
        yield return Git(root);
        foreach (var (program, use) in Tools)
        {
            yield return OnPath(program) is { } found
                ? new HealthItem(program, HealthState.Good, found)
                : new HealthItem(program, HealthState.Absent, $"not installed; it serves {use}");
        }

        // Their names alone: a value never leaves the environment.
        var set = Credentials.Where(c => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(c))).ToList();
        yield return set.Count > 0
            ? new HealthItem("credentials", HealthState.Good, $"{string.Join(", ", set)} set in the environment")
            : new HealthItem("credentials", HealthState.Absent, "none in the environment; none is needed to look at files");
        yield return new HealthItem("terminal", HealthState.Good, $"{Terminal.Width} columns, {(Terminal.Color(wish: null) ? "colour" : "no colour")}, {(Terminal.Ascii ? "ASCII" : "UTF-8")}");
    }

    private static HealthItem Git(string root)
    {
        if (GitAnswer.FirstLine(root, "--version") is not { } version)
        {
            return new HealthItem("git", HealthState.Problem, "not installed", "Install git: ignore rules, staged changes and history are asked of it.");
        }

        if (GitAnswer.FirstLine(root, "rev-parse", "--is-shallow-repository") is not { } shallow)
        {
            return new HealthItem("git", HealthState.Problem, $"{version}; this is no git repository that git will read", "Run 'git init', or 'git status' to see what git says: a folder of another owner needs safe.directory.");
        }

        return shallow == "true"
            ? new HealthItem("git", HealthState.Absent, $"{version}; a shallow clone", "The history is cut off: 'git fetch --unshallow' before 'warder scan --history'.")
            : new HealthItem("git", HealthState.Good, version);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}

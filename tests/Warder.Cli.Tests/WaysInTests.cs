using System.Text.RegularExpressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;
using Warder.Testing;

namespace Warder.Cli.Tests;

/// <summary>The ways in which others take Warder: the action, the hooks, the tool package; and Warder held against itself.</summary>
public sealed class WaysInTests
{
    [Theory]
    [InlineData("audit", 0)]
    [InlineData("validate", 0)]
    [InlineData("nonsense", 2)]
    public void The_steps_of_the_action_run_in_a_runners_shell(string command, int status)
    {
        using var runner = new FakeRunner(Shop.Clean());
        runner.Inputs["command"] = command;
        WarderProcess.Shell(runner.Shop.Root, "git init -q .").Ends(0);
        runner.RunSteps().ShouldBe(status);
        runner.Output("status").ShouldBe($"{status}");
        runner.Output("sarif-file").ShouldBe("warder.sarif");
        runner.Shop.Text("warder.sarif").ShouldContain("\"version\": \"2.1.0\"");
        if (status == 0)
        {
            runner.Summary.ShouldStartWith("# ");
        }
    }

    [Fact]
    public void The_action_fails_the_job_on_findings_and_annotates_them()
    {
        using var runner = new FakeRunner(Shop.Clean().With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal)));
        runner.RunSteps().ShouldBe(1);
        runner.Printed.ShouldContain("::error file=.github/workflows/other.yml,line=11");
        runner.Summary.ShouldContain("unregistered-token");
        runner.Inputs["fail-on"] = "never";
        runner.RunSteps().ShouldBe(0);
    }

    [Fact]
    public void Every_hook_runs_in_a_repository()
    {
        using var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, "git init -q . && echo /logs/ > .gitignore && warder potato fix && git add -A").Ends(0);
        var hooks = YamlParser.Parse(new SourceText(".pre-commit-hooks.yaml", File.ReadAllText(RepositoryRoot.Combine(".pre-commit-hooks.yaml")))).Root!.AsSequence()!;
        hooks.Items.Count.ShouldBe(3);
        foreach (var hook in hooks.Items.Select(h => h.AsMapping()!))
        {
            hook.Get("language")!.AsScalar()!.Value.ShouldBe("system");
            hook.Get("pass_filenames")!.AsScalar()!.Value.ShouldBe("false");
            WarderProcess.Shell(shop.Root, hook.Get("entry")!.AsScalar()!.Value).Ends(0);
        }

        shop.With("leak.txt", string.Concat("glpat-", "wF8Sx3kQ", "7mZr2LpV9tYc") + "\n");
        WarderProcess.Shell(shop.Root, "git add -A && warder scan --staged --quiet").Ends(1);
    }

    [Fact]
    public void The_tool_package_installs_into_an_empty_folder_and_audits()
    {
        var packages = Environment.GetEnvironmentVariable("WARDER_PACKAGES");
        Assert.SkipWhen(string.IsNullOrEmpty(packages), "WARDER_PACKAGES names no folder with packages; test.sh makes one.");
        using var shop = Shop.Clean();
        var script = $"""
            export DOTNET_CLI_HOME="$PWD/../home" NUGET_PACKAGES="$PWD/../cache" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
            dotnet tool install --tool-path ../tool --source '{Path.GetFullPath(packages!)}' Warder >&2 && ../tool/warder audit --quiet
            """;
        WarderProcess.Shell(shop.Root, script).Ends(0).Out.ShouldContain("passed: nothing found in 1 workflow");
    }

    [Fact]
    public void Warder_keeps_its_own_policy()
    {
        var ran = WarderProcess.Run(RepositoryRoot.Path, "validate", "--strict", "--no-logs");
        ran.Ends(0).Out.ShouldContain("default token: 0 written");
    }

    /// <summary>Runs the shell steps of the action as a runner does: in bash with -e and pipefail, with its files and variables.</summary>
    private sealed class FakeRunner(TempFolder shop) : IDisposable
    {
        private readonly YamlMapping _action = YamlParser.Parse(new SourceText("action.yml", File.ReadAllText(RepositoryRoot.Combine("action.yml")))).Root!.AsMapping()!;

        public TempFolder Shop { get; } = shop;

        public Dictionary<string, string> Inputs { get; } = new(StringComparer.Ordinal);

        public string Summary => ReadFile("summary");

        public string Printed { get; private set; } = "";

        public string? Output(string name) =>
            ReadFile("output").Split('\n').LastOrDefault(l => l.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

        public int RunSteps()
        {
            Printed = "";
            foreach (var step in _action.Get("runs")!.AsMapping()!.Get("steps")!.AsSequence()!.Items.Select(s => s.AsMapping()!).Where(s => s.Get("run") is not null))
            {
                step.Get("shell")!.AsScalar()!.Value.ShouldBe("bash");
                var lines = new List<string> { "mkdir -p ../bin && printf '#!/bin/sh\\nexec %s \"$@\"\\n' \"${program[*]}\" > ../bin/warder && chmod +x ../bin/warder", "export PATH=\"$PWD/../bin:$PATH\"" };
                lines.AddRange(new[] { ("RUNNER_TEMP", "temp"), ("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary"), ("GITHUB_PATH", "path") }
                    .Select(v => $"export {v.Item1}='{Path.Combine(Shop.Base, v.Item2)}'"));
                lines.Add("export GITHUB_ACTIONS=true");
                foreach (var entry in step.Get("env")?.AsMapping()?.Entries ?? [])
                {
                    lines.Add($"export {entry.KeyText}='{Valued(entry.Value.AsScalar()!.Value)}'");
                }

                File.WriteAllText(Path.Combine(Shop.Base, "step.sh"), step.Get("run")!.AsScalar()!.Value);
                lines.Add("bash --noprofile --norc -eo pipefail ../step.sh");
                var ran = WarderProcess.Shell(Shop.Root, string.Join('\n', lines));
                ran.Error.ShouldNotContain("Unhandled");
                Printed += ran.Out;
                if (ran.Status != 0)
                {
                    return ran.Status;
                }
            }

            return 0;
        }

        public void Dispose() => Shop.Dispose();

        private string Valued(string text) => Regex.Replace(text, @"\$\{\{ (inputs|steps\.look\.outputs)\.([a-z-]+) \}\}", found =>
            found.Groups[1].Value == "inputs"
                ? Inputs.GetValueOrDefault(found.Groups[2].Value) ?? _action.Get("inputs")!.AsMapping()!.Get(found.Groups[2].Value)!.AsMapping()!.Get("default")!.AsScalar()!.Value
                : Output(found.Groups[2].Value) ?? "");

        private string ReadFile(string name) => Path.Combine(Shop.Base, name) is var path && File.Exists(path) ? File.ReadAllText(path) : "";
    }
}

using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>What <c>defaults.run</c> says.</summary>
/// <param name="Shell">The shell as written.</param>
/// <param name="WorkingDirectory">The folder as written.</param>
internal readonly record struct RunDefaults(string? Shell, string? WorkingDirectory)
{
    public static RunDefaults Read(YamlNode? defaults)
    {
        var run = defaults?.AsMapping()?.Get("run") as YamlMapping;
        return run is null ? default : new RunDefaults(run.GetText("shell"), run.GetText("working-directory"));
    }

    /// <summary>These where they speak, the outer ones where they do not.</summary>
    public RunDefaults Over(RunDefaults outer) => new(Shell ?? outer.Shell, WorkingDirectory ?? outer.WorkingDirectory);
}

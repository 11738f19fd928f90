using Warder.Syntax.Shell;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>The script of a step.</summary>
/// <param name="body">The text.</param>
/// <param name="language">What runs it.</param>
/// <param name="workingDirectory">The folder.</param>
public sealed class StepScript(YamlScalar body, ScriptLanguage language, string? workingDirectory)
{
    /// <summary>The text; offsets in it map to the file.</summary>
    public YamlScalar Body { get; } = body;

    /// <summary>What runs it.</summary>
    public ScriptLanguage Language { get; } = language;

    /// <summary>The folder as written, the job's or pipeline's default included; null for the root.</summary>
    public string? WorkingDirectory { get; } = workingDirectory;

    /// <summary>The text as a shell script, parsed once for all who ask.</summary>
    public ShellScript Shell => field ??= ShellParser.Parse(Body.Value);
}

using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>The script of a step.</summary>
/// <param name="Body">The text; offsets in it map to the file.</param>
/// <param name="Language">What runs it.</param>
/// <param name="WorkingDirectory">The folder as written, the job's or pipeline's default included; null for the root.</param>
public sealed record StepScript(YamlScalar Body, ScriptLanguage Language, string? WorkingDirectory);

using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Tells for certain what shell runs a step's script; the model takes Bash where it does not know.</summary>
internal static class StepShell
{
    /// <summary>The shell: Bash and its like, PowerShell or the Windows command processor; null where it is another one or not known.</summary>
    public static ScriptLanguage? Of(Pipeline pipeline, Job job, StepNode step)
    {
        var root = pipeline.Tree.Root?.AsMapping();
        var mapping = BlockLines.JobOf(pipeline, job.Id);
        var written = step.Mapping.GetText("shell") ?? Default(mapping) ?? Default(root);
        return written is not null ? OfWritten(written)
            : mapping?.Find("container") is not null ? ScriptLanguage.Shell
            : mapping is null ? null
            : OfRunner(mapping, job.RunnerLabels);
    }

    private static string? Default(YamlMapping? mapping) => mapping?.Get("defaults")?.AsMapping()?.Get("run")?.AsMapping()?.GetText("shell");

    private static ScriptLanguage? OfWritten(string shell)
    {
        var word = shell.Trim().Split(' ')[0];
        return word[(word.LastIndexOfAny(['/', '\\']) + 1)..] switch
        {
            "bash" or "sh" or "dash" or "zsh" or "bash.exe" => ScriptLanguage.Shell,
            "pwsh" or "powershell" or "pwsh.exe" or "powershell.exe" => ScriptLanguage.PowerShell,
            "cmd" or "cmd.exe" => ScriptLanguage.Command,
            _ => null,
        };
    }

    /// <summary>The default shell of a runner, where every label that it may have says the same.</summary>
    private static ScriptLanguage? OfRunner(YamlMapping job, IReadOnlyList<string> labels)
    {
        var systems = labels.SelectMany(l => Values(job, l)).Select(OfLabel).ToList();
        var known = systems.OfType<ScriptLanguage>().Distinct().ToList();
        // Of the labels of one runner one tells; of the values of a matrix each must.
        var isMatrix = labels.Any(GitHubExpressions.IsTemplate);
        return known.Count == 1 && (!isMatrix || systems.TrueForAll(s => s is not null)) ? known[0] : null;
    }

    private static ScriptLanguage? OfLabel(string label) =>
        label.StartsWith("ubuntu", StringComparison.OrdinalIgnoreCase) || label.StartsWith("macos", StringComparison.OrdinalIgnoreCase) || label.Equals("linux", StringComparison.OrdinalIgnoreCase)
            ? ScriptLanguage.Shell
            : label.StartsWith("windows", StringComparison.OrdinalIgnoreCase) ? ScriptLanguage.PowerShell : null;

    private static IEnumerable<string> Values(YamlMapping job, string label)
    {
        if (!GitHubExpressions.IsTemplate(label))
        {
            return [label];
        }

        if (EmbeddedExpression.FindAll(label) is not [{ IsClosed: true } only] || only.Outer.Length != label.Length
            || ExpressionParser.Parse(label, only.Inner).Root is not ExpressionNode.Access { Target: ExpressionNode.Context { Name: "matrix" }, Property: { } key }
            || job.Get("strategy")?.AsMapping()?.Get("matrix")?.AsMapping() is not { } matrix)
        {
            return [""];
        }

        var values = matrix.Find(key) is { } axis ? axis.Value.AsSequence()?.Items.Select(TextOf) ?? [""] : [];
        var included = matrix.Find("include") is not { } include ? []
            : include.Value.AsSequence()?.Items.Select(i => i.AsMapping() is { } row ? row.Find(key) is { } cell ? TextOf(cell.Value) : null : "").OfType<string>() ?? [""];
        return [.. values, .. included];
    }

    private static string TextOf(YamlNode node) => node.AsScalar()?.Value is { } text && !GitHubExpressions.IsTemplate(text) ? text : "";
}

using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Finds what a variable is set to where a step runs.</summary>
internal static class BoundVariable
{
    /// <summary>The value of the innermost level that sets it; null where none does.</summary>
    public static YamlScalar? ValueOf(PipelineContext context, Job job, Step step, string name) => ValueOf(context.Pipeline, job, step, name);

    /// <summary>The value of the innermost level that sets it; null where none does.</summary>
    public static YamlScalar? ValueOf(Pipeline pipeline, Job job, Step? step, string name) =>
        (step?.Variables.LastOrDefault(v => v.Name == name) ?? job.Variables.LastOrDefault(v => v.Name == name) ?? pipeline.Environment.LastOrDefault(v => v.Name == name))?.Value;
}

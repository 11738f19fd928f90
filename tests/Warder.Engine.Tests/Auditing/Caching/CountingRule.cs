using System.Collections.Concurrent;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Tests.Auditing.Caching;

/// <summary>Notes which files are looked at, and reads one script for each workflow, as a proof does; another for each script, where one is named.</summary>
internal sealed class CountingRule(string? readForScripts = null) : Rule
{
    private readonly ConcurrentQueue<string> _seen = new();

    public override RuleDescriptor Descriptor { get; } = new() { Slug = "count", Title = "A look", Category = RuleCategory.Use, Severity = Severity.Info };

    /// <summary>The files looked at since the last time of asking, sorted.</summary>
    public string Seen()
    {
        var seen = string.Join(' ', _seen.Order(StringComparer.Ordinal));
        _seen.Clear();
        return seen;
    }

    public override void VisitPipeline(PipelineContext context)
    {
        _seen.Enqueue(Path.GetFileName(context.Source.Path));
        var script = context.Repository.LocalScripts.Text("ci/called.sh") ?? "nothing";
        context.Report(this, new FindingDraft { Span = new(0, 1), Message = $"The script says {script.Trim()}" });
    }

    public override void VisitScript(ScriptContext context)
    {
        _seen.Enqueue(Path.GetFileName(context.Source.Path));
        if (readForScripts is not null)
        {
            _ = context.Repository.LocalScripts.Text(readForScripts);
        }
    }

    public override void VisitDocument(DocumentContext context) => _seen.Enqueue(Path.GetFileName(context.Source.Path));
}

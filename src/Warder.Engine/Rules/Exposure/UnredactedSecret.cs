using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds values taken out of a structured secret, which the platform does not mask.</summary>
public sealed class UnredactedSecret : Rule
{
    // One word is looked for much faster than two, and few files have it.
    private static readonly SearchValues<string> Function = SearchValues.Create(["fromJSON("], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Words = SearchValues.Create(["fromJSON(secrets", "fromJSON( secrets"], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unredacted-secret",
        Title = "A part of a secret that is not masked",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "CICD-SEC-10", "NHI-2"],
        Aliases = [new RuleAlias("zizmor", "unredacted-secrets")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        var text = context.Source.Text.AsSpan();
        if (!text.ContainsAny(Function) || !text.ContainsAny(Words))
        {
            return;
        }

        var seen = new HashSet<int>();
        foreach (var scalar in Scalars(context.Pipeline.Tree.Root))
        {
            foreach (var (_, result) in context.Expressions.In(scalar))
            {
                var finder = new Finder();
                finder.Visit(result.Root ?? new ExpressionNode.Literal(null, default));
                foreach (var (call, name) in finder.Found)
                {
                    var span = scalar.ToSourceSpan(call.Span);
                    if (seen.Add(span.Start))
                    {
                        context.Report(this, new FindingDraft
                        {
                            Span = span,
                            Use = context.Uses.FirstOrDefault(u => u.Explicit && u.Span.Start >= span.Start && u.Span.End <= span.End),
                            Message = $"A part of {name} is taken out by fromJSON; the platform masks the whole secret, not its parts",
                            Why = "Once printed, the part stands in the log for all who may read it",
                            Hint = "Keep each value in a secret of its own, or mask the part with ::add-mask:: before it is used",
                        });
                    }
                }
            }
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlMapping mapping => mapping.Entries.SelectMany(e => Scalars(e.Value)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        _ => [],
    };

    private sealed class Finder : ExpressionWalker
    {
        public List<(ExpressionNode Call, string Name)> Found { get; } = [];

        public override void Visit(ExpressionNode node)
        {
            if (node is ExpressionNode.Call { Arguments: [ExpressionNode.Access { Target: ExpressionNode.Context context } secret] } call
                && call.Name.Equals("fromJSON", StringComparison.OrdinalIgnoreCase)
                && context.Name.Equals("secrets", StringComparison.OrdinalIgnoreCase))
            {
                Found.Add((call, secret.Property ?? "a secret"));
            }

            base.Visit(node);
        }
    }
}

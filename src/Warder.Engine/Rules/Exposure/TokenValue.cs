using System.Buffers;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Findings;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds literal token values in the files that an audit reads; <c>warder scan</c> looks into all files.</summary>
public sealed class TokenValue : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor => Shared;

    internal static RuleDescriptor Shared { get; } = new()
    {
        Slug = "token-value",
        Title = "A token's value stands in a file",
        Category = RuleCategory.Exposure,
        Severity = Severity.Critical,
        Compliance = ["CICD-SEC-6", "NHI-2"],
        Aliases = [new RuleAlias("gitleaks", "generic-api-key"), new RuleAlias("trufflehog", "trufflehog")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context) => Visit(context);

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context) => Visit(context);

    /// <inheritdoc/>
    public override void VisitDocument(DocumentContext context) => Visit(context);

    private void Visit(RuleContext context)
    {
        var text = context.Source.Text;
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var bytes = rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented));
            foreach (var value in ValueScanner.For(context.Repository.Policy).Find(bytes, context.Repository.Today))
            {
                var start = Encoding.UTF8.GetCharCount(bytes[..value.Start]);
                var span = new Syntax.TextSpan(start, Encoding.UTF8.GetCharCount(bytes.Slice(value.Start, value.Length)));
                context.Report(this, LeakedValue.Draft(value, span));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

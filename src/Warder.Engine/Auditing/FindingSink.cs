using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Takes the drafts of one file's rules and completes them to findings.</summary>
internal sealed class FindingSink
{
    private const int MaxFrameLines = 3;
    private const int MaxFrameColumns = 400;
    private readonly Policy.AuditPolicy _policy;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(string Rule, TextSpan Span, string? Token, string? Identity, int Ordinal), SharedFinding> _shared = [];
    private readonly Dictionary<(string Rule, TextSpan Span, string? Token, string? Identity, string Job), int> _ordinals = [];

    public FindingSink(Policy.AuditPolicy policy) => _policy = policy;

    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(RuleDescriptor rule, SourceText source, FindingDraft draft) =>
        Add(rule, Location.Of(source, draft.Span), Hidden(FrameOf(source, draft.Span)), draft);

    /// <summary>Adds a finding of lines that several jobs share: it is told once, as the first job's, and names the others.</summary>
    public void AddShared(RuleDescriptor rule, SourceText source, FindingDraft draft)
    {
        var (token, identity) = (draft.Token ?? draft.Use?.Token.Name, draft.Identity ?? draft.Use?.Binding);
        var inJob = (rule.Slug, draft.Span, token, identity, draft.Job!);
        var ordinal = _ordinals.GetValueOrDefault(inJob);
        _ordinals[inJob] = ordinal + 1;
        var key = (rule.Slug, draft.Span, token, identity, ordinal);
        if (_shared.TryGetValue(key, out var known))
        {
            _findings[known.Index] = known.With(_findings[known.Index], draft.Job!, _policy.SeverityOf(rule) ?? draft.Severity ?? rule.Severity, draft.Confidence ?? rule.Confidence, draft.Persona);
            return;
        }

        _shared.Add(key, new SharedFinding(_findings.Count, draft.Job!, draft.Message));
        Add(rule, source, draft);
    }

    /// <summary>Adds a finding in a content whose text is not kept; the frame says what may be shown of it.</summary>
    public void AddAt(RuleDescriptor rule, Location location, CodeFrame frame, FindingDraft draft) => Add(rule, location, frame, draft);

    public void AddAtUse(RuleDescriptor rule, TokenUse use, FindingDraft draft) =>
        Add(rule, new Location(use.Path, use.Span, use.Start, use.End), frame: null, draft with { Use = use });

    private void Add(RuleDescriptor rule, Location location, CodeFrame? frame, FindingDraft draft)
    {
        var token = draft.Token ?? draft.Use?.Token.Name;
        var job = draft.Job ?? draft.Use?.Job;
        var stepKey = draft.Step?.Key ?? draft.Use?.StepKey;
        var context = Fingerprint.ContextHash(rule.Slug, token, job, stepKey, draft.Identity ?? draft.Use?.Binding);
        _findings.Add(new Finding
        {
            Rule = rule,
            Severity = _policy.SeverityOf(rule) ?? draft.Severity ?? rule.Severity,
            Confidence = draft.Confidence ?? rule.Confidence,
            OtherPersona = draft.Persona,
            Location = location,
            Message = draft.Message,
            Why = draft.Why,
            Hint = draft.Hint,
            Job = job,
            Step = draft.Step?.Label ?? draft.Use?.Step,
            Token = token,
            Related = draft.Related,
            IsPath = draft.IsPath,
            Frame = frame,
            ContextHash = context,
            Fingerprint = Fingerprint.Of(context, location.Path, ordinal: 0),
        });
    }

    /// <summary>The frame without the values of the policy's own formats, which no output knows; Warder's own are hidden where it is written.</summary>
    private CodeFrame? Hidden(CodeFrame? frame) =>
        frame is null || _policy.OwnFormats.Count == 0 ? frame : frame with { Lines = [.. frame.Lines.Select(ValueScanner.RedactorFor(_policy).Redact)] };

    private static CodeFrame? FrameOf(SourceText source, TextSpan span)
    {
        if (source.Text.Length == 0)
        {
            return null;
        }

        var first = source.GetPosition(span.Start).Line;
        var last = Math.Min(source.GetPosition(Math.Max(span.Start, span.End - 1)).Line, first + MaxFrameLines - 1);
        var lines = new string[last - first + 1];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = source.Lines.GetLine(first + i);
            lines[i] = source.GetText(line.Length > MaxFrameColumns ? new TextSpan(line.Start, MaxFrameColumns) : line);
        }

        return new CodeFrame(first, lines);
    }
}

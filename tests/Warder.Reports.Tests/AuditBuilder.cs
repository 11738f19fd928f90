using Warder.Engine;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Reports.Tests;

/// <summary>Makes results of audits by hand; places are given by the text that stands there.</summary>
internal sealed class AuditBuilder(string name = "acme-shop")
{
    private readonly NamedFiles _files = new(name);
    private readonly List<Finding> _findings = [];
    private readonly List<SuppressedFinding> _suppressed = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Unknown> _unknowns = [];
    private readonly List<TokenUse> _uses = [];
    private readonly List<TokenEntry> _entries = [];

    public bool HasRegistry { get; set; } = true;

    public AuditCounts Counts { get; set; } = new(Workflows: 2, Actions: 1, Scripts: 1, Documents: 1, Jobs: 4);

    public AuditBuilder File(string path, string text)
    {
        _files.Add(path, text);
        return this;
    }

    public AuditBuilder Entry(string token, TokenStatus status = TokenStatus.Registered, string? bot = null, string? instead = null, params string[] workflows)
    {
        var fields = new Dictionary<string, RegistryField>(StringComparer.Ordinal);
        if (bot is not null)
        {
            fields["bot_identity"] = new RegistryField(bot, default, default);
        }

        if (instead is not null)
        {
            fields["replacement"] = new RegistryField(instead, default, default);
        }

        _entries.Add(new TokenEntry
        {
            Name = token,
            WrittenName = token,
            NameSpan = default,
            Id = token.ToLowerInvariant(),
            IdSpan = default,
            Category = status == TokenStatus.Registered ? "automation" : status.ToString().ToLowerInvariant(),
            Status = status,
            Fields = fields,
            Permissions = [new DeclaredPermission("contents", GrantLevel.Write, "contents:write", default)],
            AuthorizedWorkflows = workflows.Length == 0 ? null : [.. workflows.Select(w => new AuthorizedPath(w, new PathPattern(w), default))],
            Expires = status == TokenStatus.Registered ? new DateOnly(2027, 3, 1) : null,
            RotationDays = status == TokenStatus.Registered ? 90 : null,
        });
        return this;
    }

    public Location Place(string path, string text, int occurrence = 0)
    {
        var source = _files[path];
        var at = -1;
        for (var i = 0; i <= occurrence; i++)
        {
            at = source.Text.IndexOf(text, at + 1, StringComparison.Ordinal);
        }

        return Location.Of(source, new TextSpan(at, text.Length));
    }

    public Finding MakeFinding(RuleDescriptor rule, Location location, string message, Func<Finding, Finding>? with = null, bool framed = true)
    {
        var context = Fingerprint.ContextHash(rule.Slug, location.Path, message, step: null, identity: null);
        var finding = new Finding
        {
            Rule = rule,
            Severity = rule.Severity,
            Confidence = rule.Confidence,
            Location = location,
            Message = message,
            ContextHash = context,
            Fingerprint = Fingerprint.Of(context, location.Path, ordinal: 0),
            Frame = framed && _files.Exists(location.Path) ? FrameOf(_files[location.Path], location) : null,
        };
        return with is null ? finding : with(finding);
    }

    public AuditBuilder Finding(RuleDescriptor rule, Location location, string message, Func<Finding, Finding>? with = null, bool framed = true)
    {
        _findings.Add(MakeFinding(rule, location, message, with, framed));
        return this;
    }

    public AuditBuilder Hidden(RuleDescriptor rule, Location location, string message, SuppressionKind by, string? reason)
    {
        _suppressed.Add(new SuppressedFinding(MakeFinding(rule, location, message), by, reason));
        return this;
    }

    public AuditBuilder Diagnostic(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        return this;
    }

    public AuditBuilder Unknown(Unknown unknown)
    {
        _unknowns.Add(unknown);
        return this;
    }

    public AuditBuilder Use(TokenReference token, Location location, UseScope scope, Func<TokenUse, TokenUse>? with = null)
    {
        var use = new TokenUse
        {
            Token = token,
            Path = location.Path,
            Span = location.Span,
            Start = location.Start,
            End = location.End,
            Scope = scope,
        };
        _uses.Add(with is null ? use : with(use));
        return this;
    }

    public AuditResult Build()
    {
        _findings.Sort((a, b) => ByPlace(a.Location, b.Location));
        _uses.Sort((a, b) => ByPlace(new Location(a.Path, a.Span, a.Start, a.End), new Location(b.Path, b.Span, b.Start, b.End)));
        return Result();
    }

    private static int ByPlace(Location a, Location b)
    {
        var byPath = string.CompareOrdinal(a.Path, b.Path);
        return byPath != 0 ? byPath : a.Start.CompareTo(b.Start);
    }

    private AuditResult Result() => new()
    {
        Repository = new Repository
        {
            Files = _files,
            Registry = HasRegistry
                ? new TokenRegistry { Source = new SourceText(".codex/tokens/token_scope_map.yaml", ""), IsReadable = true, Entries = _entries, Problems = [] }
                : null,
            Policy = AuditPolicy.Default,
            Facts = FactBase.Embedded,
            Today = new DateOnly(2026, 11, 23),
            LocalPipelines = new LocalPipelines(_files),
        },
        Findings = _findings,
        Suppressed = _suppressed,
        Diagnostics = _diagnostics,
        Unknowns = _unknowns,
        Uses = _uses,
        Counts = Counts,
    };

    private static CodeFrame FrameOf(SourceText source, Location location)
    {
        var lines = new List<string>();
        for (var line = location.Start.Line; line <= Math.Min(location.End.Line, location.Start.Line + 2); line++)
        {
            var span = source.Lines.GetLine(line);
            lines.Add(source.GetText(span with { Length = Math.Min(span.Length, 400) }));
        }

        return new CodeFrame(location.Start.Line, lines);
    }
}

using System.Security.Cryptography;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.History.Recording;

/// <summary>
/// Takes from an audit what is kept of it. Only findings for everyone count, whatever the run showed, so that two runs with different
/// flags can be compared; texts of the repository go through the redactor first. What one commit after another holds is redacted once.
/// </summary>
public sealed class AuditFacts
{
    private const int IdentityBytes = 12;
    private static readonly FindingFilter ForEveryone = new(Persona.Regular, Confidence.Low);
    private readonly Dictionary<string, string> _clean = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeenUse> _uses = new(StringComparer.Ordinal);

    /// <summary>The facts of an audit of a whole repository.</summary>
    public RunFacts Of(AuditResult audit, RunMoment moment)
    {
        var result = ForEveryone.Apply(audit);
        var uses = UsesOf(result);
        return new RunFacts
        {
            Key = moment.Key,
            Origin = moment.Origin,
            Commit = moment.Commit,
            IsDirty = moment.IsDirty,
            Time = moment.Time,
            Duration = moment.Duration,
            Version = moment.Version,
            Counts = CountsOf(result),
            Findings = [.. result.Findings.Select(f => SeenOf(f, isAccepted: false)), .. result.Suppressed.Select(s => SeenOf(s.Finding, isAccepted: true))],
            Uses = uses,
            Rules = result.Rules.Count > 0 ? result.Rules.ToHashSet(StringComparer.Ordinal) : null,
            Unseen = result.Diagnostics.Select(d => d.Path).OfType<string>().ToHashSet(StringComparer.Ordinal),
            Exists = result.Repository.Files.Exists,
            IsBlind = result.Diagnostics.Any(d => d.Path is null),
        };
    }

    private static RunCounts CountsOf(AuditResult result)
    {
        var bySeverity = new int[4];
        foreach (var finding in result.Findings)
        {
            bySeverity[(int)finding.Severity]++;
        }

        var secrets = result.Uses.Where(u => u.Token.Kind == TokenKind.Secret).Select(u => u.Token.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var registry = result.Repository.Registry;
        return new RunCounts
        {
            BySeverity = bySeverity,
            Accepted = result.Suppressed.Count,
            Diagnostics = result.Diagnostics.Count,
            Unknowns = result.Unknowns.Count,
            Workflows = result.Counts.Workflows,
            Actions = result.Counts.Actions,
            Scripts = result.Counts.Scripts,
            Documents = result.Counts.Documents,
            Jobs = result.Counts.Jobs,
            Registered = registry?.Entries.Count(e => e.Status == TokenStatus.Registered) ?? 0,
            Uses = result.Uses.Count,
            Tokens = secrets.Count,
            Unregistered = secrets.Count(s => registry?.Find(s) is null),
            DefaultUses = result.Uses.Count(u => u.Token.Kind == TokenKind.DefaultToken),
        };
    }

    private SeenFinding SeenOf(Finding finding, bool isAccepted) => new()
    {
        Fingerprint = finding.Fingerprint,
        ContextHash = finding.ContextHash,
        Rule = finding.Rule.Slug,
        Severity = finding.Severity,
        Path = Hidden(finding.Location.Path)!,
        Line = finding.Location.Start.Line,
        Message = Hidden(finding.Message)!,
        Token = Hidden(finding.Token),
        Job = Hidden(finding.Job),
        Step = Hidden(finding.Step),
        IsAccepted = isAccepted,
    };

    private List<SeenUse> UsesOf(AuditResult result)
    {
        var uses = new List<SeenUse>(result.Uses.Count);
        var same = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var use in result.Uses)
        {
            var text = $"{use.Token.Kind}\0{use.Token.Name}\0{use.Path}\0{use.Scope}\0{use.Job}\0{use.StepKey}\0{use.Binding}\0{use.Consumer}";
            var ordinal = same[text] = same.GetValueOrDefault(text) + 1;
            text = ordinal == 1 ? text : $"{text}\0{ordinal}";
            if (!_uses.TryGetValue(text, out var seen))
            {
                _uses[text] = seen = SeenOf(use, IdentityOf(text));
            }

            uses.Add(seen);
        }

        return uses;
    }

    private SeenUse SeenOf(TokenUse use, string identity) => new(
        identity,
        Hidden(use.Token.Name)!,
        use.Token.Kind.ToString().ToLowerInvariant(),
        Hidden(use.Path)!,
        use.Scope.ToString(),
        Hidden(use.Job),
        Hidden(use.Step),
        Hidden(use.Consumer));

    private static string IdentityOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, IdentityBytes));

    private string? Hidden(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!_clean.TryGetValue(text, out var clean))
        {
            _clean[text] = clean = Stored.Clean(Redactor.Known.Redact(text));
        }

        return clean;
    }
}

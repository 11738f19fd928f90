using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports;

/// <summary>The numbers of one or several audits.</summary>
internal sealed class AuditTally
{
    private readonly int[] _bySeverity = new int[4];
    private readonly int[] _bySuppression = new int[3];

    public int Findings { get; private set; }

    public int Suppressed { get; private set; }

    public int Diagnostics { get; private set; }

    public int Unknowns { get; private set; }

    public int Registered { get; private set; }

    public int RegisteredUsed { get; private set; }

    public int Unregistered { get; private set; }

    public int DefaultTokenUses { get; private set; }

    public bool HasRegistry { get; private set; }

    public AuditCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

    public int Files => Counts.Workflows + Counts.Actions + Counts.Scripts + Counts.Documents;

    public int this[Severity severity] => _bySeverity[(int)severity];

    public int this[SuppressionKind kind] => _bySuppression[(int)kind];

    public int AtOrAbove(Severity severity)
    {
        var count = 0;
        for (var i = (int)severity; i < _bySeverity.Length; i++)
        {
            count += _bySeverity[i];
        }

        return count;
    }

    public static AuditTally Of(IReadOnlyList<AuditResult> results)
    {
        var tally = new AuditTally();
        foreach (var result in results)
        {
            tally.Add(result);
        }

        return tally;
    }

    private void Add(AuditResult result)
    {
        Findings += result.Findings.Count;
        Suppressed += result.Suppressed.Count;
        Diagnostics += result.Diagnostics.Count;
        Unknowns += result.Unknowns.Count;
        foreach (var finding in result.Findings)
        {
            _bySeverity[(int)finding.Severity]++;
        }

        foreach (var suppressed in result.Suppressed)
        {
            _bySuppression[(int)suppressed.By]++;
        }

        var counts = result.Counts;
        Counts = new AuditCounts(
            Counts.Workflows + counts.Workflows,
            Counts.Actions + counts.Actions,
            Counts.Scripts + counts.Scripts,
            Counts.Documents + counts.Documents,
            Counts.Jobs + counts.Jobs);
        AddTokens(result);
    }

    private void AddTokens(AuditResult result)
    {
        var registry = result.Repository.Registry;
        HasRegistry |= registry is not null;
        var registered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in registry?.Entries ?? [])
        {
            if (entry.Status == TokenStatus.Registered)
            {
                registered.Add(entry.Name);
            }
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var unregistered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in result.Uses)
        {
            if (use.Token.Kind == TokenKind.DefaultToken)
            {
                DefaultTokenUses++;
            }

            if (use.Token.Kind is TokenKind.Secret or TokenKind.DefaultToken && registered.Contains(use.Token.Name))
            {
                used.Add(use.Token.Name);
            }
            else if (use.Token.Kind == TokenKind.Secret && registry?.Find(use.Token) is null)
            {
                unregistered.Add(use.Token.Name);
            }
        }

        Registered += registered.Count;
        RegisteredUsed += used.Count;
        Unregistered += unregistered.Count;
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Rules;

namespace Warder.Testing;

/// <summary>Audits repositories in tests, on a fixed day.</summary>
public static class AuditRunner
{
    /// <summary>The day of every test audit that names none.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 1);

    /// <summary>Audits a repository with every rule, or with those named.</summary>
    public static AuditResult Run(RepositoryFiles files, AuditOptions? options = null, DateOnly? today = null, IReadOnlyList<Rule>? rules = null) =>
        new Auditor(rules ?? RuleCatalogue.All, FactBase.Embedded, new FixedDay(today ?? Today)).Audit(files, options);
}

using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>Finds and reads a repository's policy file.</summary>
public static class PolicyLoader
{
    /// <summary>The policy at the first default path; the default policy where there is none.</summary>
    public static AuditPolicy Load(RepositoryFiles files, IReadOnlyList<Rule> rules, ICollection<Diagnostic> diagnostics)
    {
        foreach (var path in AuditPolicy.DefaultPaths)
        {
            if (!files.Exists(path))
            {
                continue;
            }

            var decoded = files.Read(path);
            if (decoded.Source is not { } source)
            {
                diagnostics.Add(new Diagnostic(decoded.Code ?? "unreadable-file", decoded.Error ?? "The policy cannot be read.", path));
                return AuditPolicy.Default;
            }

            var policy = PolicyReader.Read(source, RuleCatalogue.Slugs(rules));
            foreach (var problem in policy.Problems)
            {
                diagnostics.Add(problem);
            }

            return policy;
        }

        return AuditPolicy.Default;
    }
}

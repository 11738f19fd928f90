using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>The policy file.</summary>
internal sealed class PolicySubject(Repository repository, IReadOnlyList<Fixer> fixers) : IFixSubject
{
    public FixContext Propose(SourceText source)
    {
        var context = new PolicyFixContext(repository, PolicyOf(source), Read(source));
        foreach (var fixer in fixers)
        {
            fixer.ProposeInPolicy(context);
        }

        return context;
    }

    public YamlTree Read(SourceText source) => YamlParser.Parse(source);

    public string? Difference(SourceText before, SourceText after) =>
        PolicyOf(after).Problems.Count > PolicyOf(before).Problems.Count ? "the policy would not be valid any more" : null;

    private static AuditPolicy PolicyOf(SourceText source) => PolicyReader.Read(source, RuleCatalogue.Slugs(RuleCatalogue.All));
}

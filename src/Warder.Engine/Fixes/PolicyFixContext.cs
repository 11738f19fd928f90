using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>What a fixer sees of the policy file.</summary>
public sealed class PolicyFixContext : FixContext
{
    internal PolicyFixContext(Repository repository, AuditPolicy policy, YamlTree tree)
        : base(repository, tree.Source)
    {
        Policy = policy;
        Tree = tree;
    }

    /// <summary>The policy.</summary>
    public AuditPolicy Policy { get; }

    /// <summary>The file's YAML, with its comments.</summary>
    public YamlTree Tree { get; }
}

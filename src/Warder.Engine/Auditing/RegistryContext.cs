using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of the registry file.</summary>
public sealed class RegistryContext : RuleContext
{
    internal RegistryContext(Repository repository, TokenRegistry registry, FindingSink sink)
        : base(repository, registry.Source, sink)
    {
        Registry = registry;
    }

    /// <summary>The registry.</summary>
    public TokenRegistry Registry { get; }
}

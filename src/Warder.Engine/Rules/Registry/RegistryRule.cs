using Warder.Engine.Auditing;

namespace Warder.Engine.Rules.Registry;

/// <summary>A rule about the entries of a registry; it stays silent where the registry could not be read.</summary>
public abstract class RegistryRule : Rule
{
    /// <inheritdoc/>
    public sealed override void VisitRegistry(RegistryContext context)
    {
        if (context.Registry.IsReadable)
        {
            Visit(context);
        }
    }

    /// <summary>Looks at a registry that could be read.</summary>
    protected abstract void Visit(RegistryContext context);
}

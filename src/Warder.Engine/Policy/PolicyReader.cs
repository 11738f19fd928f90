using Warder.Engine.Facts;
using Warder.Syntax;

namespace Warder.Engine.Policy;

/// <summary>Reads a policy file.</summary>
public static class PolicyReader
{
    /// <summary>Reads what can be read; never throws for bad input.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ruleSlugs">The slugs that exist.</param>
    public static AuditPolicy Read(SourceText source, IReadOnlyCollection<string> ruleSlugs) => throw new NotSupportedException("pending");
}

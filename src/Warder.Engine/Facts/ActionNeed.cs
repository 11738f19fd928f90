using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>A permission that an action needs of its token.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Level">The level.</param>
/// <param name="When"><c>always</c>, an input with its value, or words.</param>
/// <param name="Or">Permissions of which one serves instead.</param>
public sealed record ActionNeed(string Permission, GrantLevel Level, string When, IReadOnlyList<string> Or)
{
    /// <summary>Whether it is needed whatever the inputs are.</summary>
    public bool IsUnconditional => When == "always";
}

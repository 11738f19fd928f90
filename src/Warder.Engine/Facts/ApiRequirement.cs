namespace Warder.Engine.Facts;

/// <summary>What a request to the platform's API needs.</summary>
/// <param name="Name">The operation: <c>issues/create</c>, or a field of the graph: <c>addComment</c>.</param>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="AllOf">Each must be held; of the permissions in one of them, one is enough. Empty where nothing is needed.</param>
/// <param name="Basis">Where the fact is from.</param>
public sealed record ApiRequirement(string Name, bool IsKnown, IReadOnlyList<IReadOnlyList<FactPermission>> AllOf, string Basis)
{
    /// <summary>Reads <c>a:read|b:read</c> (one of), <c>a:write&amp;b:read</c> (all of), <c>-</c> (nothing) or <c>?</c> (not known).</summary>
    public static ApiRequirement Parse(string name, string text, string basis)
    {
        if (text is "?" or "-")
        {
            return new ApiRequirement(name, text == "-", [], basis);
        }

        var groups = new List<IReadOnlyList<FactPermission>>();
        foreach (var group in text.Split('&'))
        {
            groups.Add([.. group.Split('|').Select(FactPermission.Parse)]);
        }

        return new ApiRequirement(name, IsKnown: true, groups, basis);
    }
}

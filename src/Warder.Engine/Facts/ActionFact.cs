namespace Warder.Engine.Facts;

/// <summary>What is known of one action.</summary>
public sealed class ActionFact
{
    /// <summary>Its <c>owner/name[/path]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Inputs that take a token of the platform, each with the versions it is true of.</summary>
    public required IReadOnlyList<ActionTokenInput> TokenInputs { get; init; }

    /// <summary>Environment variables from which it reads a token of the platform.</summary>
    public required IReadOnlyList<string> TokenVariables { get; init; }

    /// <summary>What that token must be allowed.</summary>
    public required IReadOnlyList<ActionNeed> Needs { get; init; }

    /// <summary>Whether it may need more than is listed.</summary>
    public required bool NeedsUnknown { get; init; }

    /// <summary>Whether it leaves the token behind for later git commands.</summary>
    public required bool PersistsCredential { get; init; }

    /// <summary>Whether all it does with the token is to fetch the repository's own files, or nothing that needs a permission.</summary>
    public bool OnlyFetches
    {
        get
        {
            if (NeedsUnknown)
            {
                return false;
            }

            foreach (var need in Needs)
            {
                if (need.Permission != "contents" || need.Level != Pipelines.GrantLevel.Read)
                {
                    return PersistsCredential;
                }
            }

            return true;
        }
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Compares what the tokens of a chain may do, as far as the registry and the job's grants say it.</summary>
internal static class ChainRights
{
    private const string Everything = "*";

    /// <summary>The levels by permission; null where they are not known.</summary>
    public static Dictionary<string, GrantLevel>? Of(Repository repository, ChainLink link, PermissionSet? grants) => link.Token switch
    {
        { Kind: TokenKind.DefaultToken } => OfGrants(grants),
        { Kind: TokenKind.Secret } token => OfEntry(repository.Registry?.Find(token)),
        _ => null,
    };

    /// <summary>What the second may do and the first may not, for a sentence; null where that is nothing.</summary>
    public static string? FindGain(Dictionary<string, GrantLevel> before, Dictionary<string, GrantLevel> after)
    {
        foreach (var (permission, level) in after.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            var had = before.GetValueOrDefault(permission, before.GetValueOrDefault(Everything));
            if (level > had)
            {
                var word = level.ToString().ToLowerInvariant();
                return permission == Everything ? $"every permission at the level {word}" : $"{permission}: {word}";
            }
        }

        return null;
    }

    /// <summary>Whether a link always has a value, so that what stands behind it is dead.</summary>
    public static bool IsNeverEmpty(ChainLink link, bool isExpression)
    {
        if (link.IsConditional)
        {
            return false;
        }

        return link.IsLiteral
            ? link.Text.Trim() is not ("''" or "\"\"" or "" or "null" or "false" or "0")
            : isExpression && link.Token is { Kind: TokenKind.DefaultToken };
    }

    private static Dictionary<string, GrantLevel>? OfEntry(TokenEntry? entry)
    {
        if (entry?.Permissions is not { Count: > 0 } permissions || entry["provider"] is { } provider && !provider.Equals("github", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var levels = new Dictionary<string, GrantLevel>(StringComparer.Ordinal);
        foreach (var permission in permissions)
        {
            // A word without a level, such as a classic scope, cannot be compared.
            if (permission.Level is not { } level)
            {
                return null;
            }

            levels[permission.Name] = level;
        }

        // Every token may read metadata, written or not.
        levels.Remove("metadata");
        return levels;
    }

    private static Dictionary<string, GrantLevel>? OfGrants(PermissionSet? grants)
    {
        switch (grants?.Form)
        {
            case null or PermissionForm.Invalid:
                return null;
            case PermissionForm.ReadAll:
                return new Dictionary<string, GrantLevel>(StringComparer.Ordinal) { [Everything] = GrantLevel.Read };
            case PermissionForm.WriteAll:
                return new Dictionary<string, GrantLevel>(StringComparer.Ordinal) { [Everything] = GrantLevel.Write };
        }

        var levels = new Dictionary<string, GrantLevel>(StringComparer.Ordinal);
        foreach (var grant in grants.Grants)
        {
            if (grant.Level is not { } level)
            {
                return null;
            }

            // The identity token is another token.
            if (grant.Permission != "id-token")
            {
                levels[grant.Permission] = level;
            }
        }

        return levels;
    }
}

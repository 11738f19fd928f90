using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads <c>permissions</c> in each of its forms.</summary>
internal static class PermissionReader
{
    public const string IdentityToken = "id-token";

    public static PermissionSet Read(YamlEntry entry)
    {
        var value = entry.Value.Resolve();
        var form = value switch
        {
            YamlMapping => PermissionForm.Map,
            YamlScalar { Value: "read-all" } => PermissionForm.ReadAll,
            YamlScalar { Value: "write-all" } => PermissionForm.WriteAll,
            _ => PermissionForm.Invalid,
        };

        return new PermissionSet
        {
            Form = form,
            Grants = value is YamlMapping mapping ? ReadGrants(mapping) : [],
            Span = entry.Span,
            ValueSpan = entry.Value.Span,
        };
    }

    /// <summary>Where a grant lets the job ask for an identity token; null where it does not.</summary>
    public static TextSpan? FindIdentityGrant(PermissionSet permissions)
    {
        if (permissions.Form == PermissionForm.WriteAll)
        {
            return permissions.ValueSpan;
        }

        foreach (var grant in permissions.Grants)
        {
            if (grant.Level == GrantLevel.Write && string.Equals(grant.Permission, IdentityToken, StringComparison.Ordinal))
            {
                return TextSpan.FromBounds(grant.PermissionSpan.Start, Math.Max(grant.PermissionSpan.End, grant.LevelSpan.End));
            }
        }

        return null;
    }

    private static List<Grant> ReadGrants(YamlMapping mapping)
    {
        var entries = MappingEntries.Of(mapping);
        var grants = new List<Grant>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.KeyText is { } permission)
            {
                var text = entry.Value.AsScalar()?.Value ?? "";
                grants.Add(new Grant(permission, ReadLevel(text), text, entry.Key.Span, entry.Value.Span));
            }
        }

        return grants;
    }

    private static GrantLevel? ReadLevel(string text) => text switch
    {
        "none" => GrantLevel.None,
        "read" => GrantLevel.Read,
        "write" => GrantLevel.Write,
        _ => null,
    };
}

using System.Buffers;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Documents;

/// <summary>Reads a value of <c>permissions</c>: a list of <c>issues:write</c> or <c>- issues: write</c>, or a map.</summary>
internal static class ClaimReader
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    public static void Read(YamlNode? node, string? token, int shift, List<ClaimedPermission> claims)
    {
        switch (node)
        {
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    if (entry.KeyText is { } key && entry.Value is YamlScalar level && LevelOf(level.Value) is { } known)
                    {
                        Add(key, known, entry.Span, token, shift, claims);
                    }
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMapping)
                    {
                        Read(item, token, shift, claims);
                    }
                    else if (item is YamlScalar scalar)
                    {
                        ReadItem(scalar, token, shift, claims);
                    }
                }

                break;
        }
    }

    private static void ReadItem(YamlScalar scalar, string? token, int shift, List<ClaimedPermission> claims)
    {
        var colon = scalar.Value.IndexOf(':', StringComparison.Ordinal);
        var level = colon < 0 ? null : LevelOf(scalar.Value[(colon + 1)..].Trim());
        if (level is not null)
        {
            Add(scalar.Value[..colon], level, scalar.Span, token, shift, claims);
        }
        else if (colon < 0 && token is not null && LevelOf(scalar.Value) is null)
        {
            Add(scalar.Value, level, scalar.Span, token, shift, claims);
        }
    }

    private static void Add(string permission, GrantLevel? level, TextSpan span, string? token, int shift, List<ClaimedPermission> claims)
    {
        var name = permission.Trim().ToLowerInvariant().Replace('_', '-');
        if (name.Length > 0 && name.AsSpan().IndexOfAnyExcept(NameCharacters) < 0)
        {
            claims.Add(new ClaimedPermission(token, name, level, new TextSpan(span.Start + shift, span.Length)));
        }
    }

    private static GrantLevel? LevelOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "none" => GrantLevel.None,
        "read" => GrantLevel.Read,
        "write" => GrantLevel.Write,
        "admin" => GrantLevel.Admin,
        _ => null,
    };
}

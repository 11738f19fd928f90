using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads <c>permissions</c>: a list of <c>scope:level</c>, a mapping, or one text.</summary>
internal static class PermissionReader
{
    private static readonly string[] ClassicPairs = ["repo:status", "repo:invite", "user:email", "user:follow"];
    private static readonly string[] ClassicVerbs = ["read", "write", "admin", "delete", "manage_runners", "manage_billing"];

    public static List<DeclaredPermission>? Read(RegistryDraft draft, YamlEntry entry)
    {
        if (MappingFields.IsNull(entry.Value))
        {
            return null;
        }

        var permissions = new List<DeclaredPermission>();
        switch (entry.Value.Resolve())
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    ReadItem(draft, item, permissions);
                }

                break;
            case YamlMapping map:
                ReadMap(draft, map, permissions);
                break;
            case YamlScalar scalar:
                ReadText(draft, scalar, permissions);
                break;
        }

        return permissions;
    }

    /// <summary>Reads one permission as written: <c>issues:write</c>, <c>issues: write</c>, <c>repo</c>, <c>read:org</c>.</summary>
    public static DeclaredPermission Parse(string text, TextSpan span)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new DeclaredPermission(Normalise(text), Level: null, text, span);
        }

        var left = text[..colon].Trim();
        var right = text[(colon + 1)..].Trim();
        var level = LevelOf(right);
        if (level is null && (Array.IndexOf(ClassicVerbs, left.ToLowerInvariant()) >= 0 || Array.IndexOf(ClassicPairs, text) >= 0))
        {
            return new DeclaredPermission(text.ToLowerInvariant(), Level: null, text, span);
        }

        return new DeclaredPermission(Normalise(left), level, text, span);
    }

    public static GrantLevel? LevelOf(string word) => word.ToLowerInvariant() switch
    {
        "none" => GrantLevel.None,
        "read" => GrantLevel.Read,
        "write" => GrantLevel.Write,
        "admin" => GrantLevel.Admin,
        _ => null,
    };

    private static string Normalise(string name) => name.ToLowerInvariant().Replace('_', '-');

    private static void ReadItem(RegistryDraft draft, YamlNode item, List<DeclaredPermission> into)
    {
        switch (item.Resolve())
        {
            case YamlScalar scalar when scalar.Value.AsSpan().Trim().Length > 0 && !MappingFields.IsNull(scalar):
                into.Add(Parse(scalar.Value.Trim(), scalar.Span));
                break;
            case YamlMapping map:
                ReadMap(draft, map, into);
                break;
            default:
                draft.Permission(item.Span, $"A permission is written as `scope:level`, not as {RegistryDraft.Word(item)}");
                break;
        }
    }

    private static void ReadMap(RegistryDraft draft, YamlMapping map, List<DeclaredPermission> into)
    {
        foreach (var entry in MappingFields.Of(map))
        {
            if (entry.KeyText is not { } scope)
            {
                draft.Permission(entry.Key.Span, "The name of a permission must be a text");
            }
            else if (MappingFields.IsNull(entry.Value))
            {
                into.Add(new DeclaredPermission(Normalise(scope.Trim()), Level: null, scope.Trim(), entry.Key.Span));
            }
            else if (entry.Value.AsScalar() is { } level)
            {
                var text = level.Value.Trim();
                var span = entry.Value is YamlAlias ? entry.Value.Span : TextSpan.FromBounds(entry.Key.Span.Start, level.Span.End);
                into.Add(new DeclaredPermission(Normalise(scope.Trim()), LevelOf(text), $"{scope.Trim()}:{text}", span));
            }
            else
            {
                draft.Permission(entry.Value.Span, $"The level of `{scope}` must be a word, not {RegistryDraft.Word(entry.Value)}");
            }
        }
    }

    // `issues:write, contents:read`: parted at commas, semicolons and blanks that do not stand around the colon.
    private static void ReadText(RegistryDraft draft, YamlScalar scalar, List<DeclaredPermission> into)
    {
        var value = scalar.Value;
        var at = 0;
        while (at < value.Length)
        {
            while (at < value.Length && IsGap(value[at]))
            {
                at++;
            }

            var start = at;
            while (at < value.Length && (!IsGap(value[at]) || JoinsColon(value, at, start)))
            {
                at++;
            }

            if (at > start)
            {
                into.Add(Parse(value[start..at].Trim(), scalar.ToSourceSpan(TextSpan.FromBounds(start, at))));
            }
        }

        if (into.Count == 0)
        {
            draft.Permission(scalar.Span, "`permissions` names no permission", "Write a list: `- contents:read`");
        }
    }

    private static bool IsGap(char c) => c is ',' or ';' || char.IsWhiteSpace(c);

    private static bool JoinsColon(string value, int at, int start) =>
        value[at] == ' ' && at > start && (value[at - 1] == ':' || (at + 1 < value.Length && value[at + 1] == ':'));
}

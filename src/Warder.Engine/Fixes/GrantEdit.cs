using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Edits a written grant down to what is kept, line by line, so that the comments of what stays stay too.</summary>
internal static class GrantEdit
{
    /// <summary>The edits; none where the grant is written in a way that is not edited.</summary>
    public static IReadOnlyList<TextEdit> Rewrite(SourceText source, PermissionSet granted, IReadOnlyList<PermissionRow> kept)
    {
        var isFlow = granted.ValueSpan.Length > 0 && source.Text[granted.ValueSpan.Start] == '{';
        if (granted.Form != PermissionForm.Map || isFlow)
        {
            return IsPlain(source, granted) ? [new TextEdit(granted.ValueSpan, PermissionLines.Flow(kept))] : [];
        }

        if (kept.Count == 0)
        {
            return Emptied(source, granted);
        }

        var edits = new List<TextEdit>();
        foreach (var grant in granted.Grants)
        {
            if (grant.Level is null or GrantLevel.None)
            {
                continue;
            }

            var row = kept.FirstOrDefault(r => r.Permission == grant.Permission);
            if (row is null)
            {
                if (BlockLines.IndentOf(source, grant.PermissionSpan.Start) is null)
                {
                    return [];
                }

                edits.Add(BlockLines.Without(source, grant.PermissionSpan, grant.LevelSpan));
            }
            else if (row.AtMost < grant.Level)
            {
                edits.Add(new TextEdit(grant.LevelSpan, PermissionLines.Word(row.AtMost)));
            }
        }

        return edits;
    }

    // Anchors, tags and comments within would be lost.
    private static bool IsPlain(SourceText source, PermissionSet granted) =>
        granted.ValueSpan.Length > 0 && source.GetText(granted.ValueSpan).IndexOfAny(['#', '&', '*', '!']) < 0;

    private static IReadOnlyList<TextEdit> Emptied(SourceText source, PermissionSet granted)
    {
        var colon = source.Text.IndexOf(':', granted.Span.Start);
        if (colon < 0 || granted.Grants.Any(g => BlockLines.IndentOf(source, g.PermissionSpan.Start) is null))
        {
            return [];
        }

        // Comments behind the key and on lines of their own stay; the lines of the grants go with theirs.
        return [new TextEdit(new TextSpan(colon + 1, 0), " {}"), .. granted.Grants.Select(g => BlockLines.Without(source, g.PermissionSpan, g.LevelSpan))];
    }
}

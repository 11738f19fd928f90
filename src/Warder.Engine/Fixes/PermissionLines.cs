using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Fixes;

/// <summary>Writes what a job needs as a workflow writes it, with the reason of each permission behind it.</summary>
internal static class PermissionLines
{
    private const int LongestReason = 60;

    /// <summary>The lines of <c>permissions</c> in block style.</summary>
    public static IReadOnlyList<string> Block(IReadOnlyList<PermissionRow> rows, string indent, string step)
    {
        if (rows.Count == 0)
        {
            return [indent + "permissions: {}"];
        }

        return [indent + "permissions:", .. rows.Select(r => $"{indent}{step}{r.Permission}: {Word(r.AtMost)}{Reason(r)}")];
    }

    /// <summary>The value in flow style.</summary>
    public static string Flow(IReadOnlyList<PermissionRow> rows) =>
        rows.Count == 0 ? "{}" : $"{{ {string.Join(", ", rows.Select(r => $"{r.Permission}: {Word(r.AtMost)}"))} }}";

    public static string Word(GrantLevel level) => level == GrantLevel.Write ? "write" : "read";

    private static string Reason(PermissionRow row)
    {
        if (row is { Permission: "contents", AtMost: GrantLevel.Read } || row.Needs.Count == 0)
        {
            return "";
        }

        var need = row.Needs.Where(n => n.Level == row.AtMost).OrderByDescending(n => n.Certainty).First();
        var text = need.Because[0].Text;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        // The version would be out of date with the next update.
        text = at > 0 && !text.Contains(' ', StringComparison.Ordinal) ? text[..at] : text;
        text = new string([.. text.Where(c => !char.IsControl(c))]);
        text = text.Length > LongestReason ? text[..LongestReason] + "..." : text;
        return $" # {(need.Certainty == Certainty.Certain ? "" : "possibly ")}{text}";
    }
}

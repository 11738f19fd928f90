using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>The grant of a pipeline or job as written.</summary>
public sealed class PermissionSet
{
    /// <summary>How it is written.</summary>
    public required PermissionForm Form { get; init; }

    /// <summary>The permissions in order; empty for the whole-value forms.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>The range of the key and the value.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The range of the value.</summary>
    public required TextSpan ValueSpan { get; init; }

    /// <summary>The level of a permission; null where what is written is not understood.</summary>
    public GrantLevel? LevelOf(string permission)
    {
        switch (Form)
        {
            case PermissionForm.ReadAll:
                return string.Equals(permission, "id-token", StringComparison.Ordinal) ? GrantLevel.None : GrantLevel.Read;
            case PermissionForm.WriteAll:
                return GrantLevel.Write;
            case PermissionForm.Invalid:
                return null;
        }

        foreach (var grant in Grants)
        {
            if (string.Equals(grant.Permission, permission, StringComparison.Ordinal))
            {
                return grant.Level;
            }
        }

        return GrantLevel.None;
    }

    /// <summary>Whether nothing above reading is granted; null where what is written is not understood.</summary>
    public bool? IsReadOnly
    {
        get
        {
            if (Form == PermissionForm.Invalid)
            {
                return null;
            }

            if (Form != PermissionForm.Map)
            {
                return Form == PermissionForm.ReadAll;
            }

            foreach (var grant in Grants)
            {
                if (grant.Level is null)
                {
                    return null;
                }

                if (grant.Level > GrantLevel.Read)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

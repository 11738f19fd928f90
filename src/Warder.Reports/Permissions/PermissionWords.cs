using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Reports.Permissions;

/// <summary>The words of the output for needs and grants; part of the contract with whoever reads it.</summary>
internal static class PermissionWords
{
    public static string Of(GrantLevel level) => level switch
    {
        GrantLevel.None => "none",
        GrantLevel.Read => "read",
        GrantLevel.Write => "write",
        _ => "admin",
    };

    public static string Of(Certainty certainty) => certainty == Certainty.Certain ? "certain" : "possible";

    public static string Of(JobVerdict verdict) => verdict switch
    {
        JobVerdict.Least => "least",
        JobVerdict.Excessive => "excessive",
        JobVerdict.Insufficient => "insufficient",
        JobVerdict.Undeclared => "undeclared",
        _ => "unknown",
    };

    public static string Of(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Right => "needed",
        RowVerdict.Perhaps => "perhaps needed",
        RowVerdict.Unseen => "not declared",
        RowVerdict.Missing => "missing",
        RowVerdict.MissingIfPrivate => "missing if private",
        RowVerdict.Excess => "not needed",
        RowVerdict.Impossible => "needs another token",
        _ => "unknown",
    };

    public static string Form(PermissionSet? granted) => granted?.Form switch
    {
        null => "undeclared",
        PermissionForm.ReadAll => "read-all",
        PermissionForm.WriteAll => "write-all",
        PermissionForm.Map => "map",
        _ => "invalid",
    };
}

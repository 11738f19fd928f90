using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Reads what the default token may do in a job, or in every job that a value at the top reaches.</summary>
internal static class EffectiveGrants
{
    private const string Identity = "id-token";
    private const int MaxNamed = 3;

    /// <summary>The job of a use; null where it stands outside jobs.</summary>
    public static Job? JobOf(Pipeline pipeline, TokenUse use)
    {
        if (use.Job is null)
        {
            return null;
        }

        foreach (var job in pipeline.Jobs)
        {
            if (string.Equals(job.Id, use.Job, StringComparison.Ordinal))
            {
                return job;
            }
        }

        return null;
    }

    /// <summary>What the default token may do where a use stands.</summary>
    public static GrantReach At(Pipeline pipeline, TokenUse use)
    {
        if (pipeline.Kind != PipelineKind.Workflow || pipeline.Jobs.Count == 0)
        {
            return GrantReach.Unknown;
        }

        if (JobOf(pipeline, use) is { } job)
        {
            return Of(job.EffectivePermissions);
        }

        var all = GrantReach.ReadOnly;
        foreach (var each in pipeline.Jobs)
        {
            var reach = Of(each.EffectivePermissions);
            if (reach == GrantReach.Writes)
            {
                return reach;
            }

            all = reach == GrantReach.Unknown ? reach : all;
        }

        return all;
    }

    /// <summary>What a grant allows the default token; the identity token is another token.</summary>
    public static GrantReach Of(PermissionSet? permissions)
    {
        switch (permissions)
        {
            case null or { Form: PermissionForm.Invalid }:
                return GrantReach.Unknown;
            case { Form: PermissionForm.ReadAll }:
                return GrantReach.ReadOnly;
            case { Form: PermissionForm.WriteAll }:
                return GrantReach.Writes;
        }

        var reach = GrantReach.ReadOnly;
        foreach (var grant in permissions.Grants)
        {
            if (grant.Permission == Identity)
            {
                continue;
            }

            if (grant.Level > GrantLevel.Read)
            {
                return GrantReach.Writes;
            }

            reach = grant.Level is null ? GrantReach.Unknown : reach;
        }

        return reach;
    }

    /// <summary>The permissions that a grant lets the default token write, for a sentence: <c>contents, issues</c>.</summary>
    public static string WritesOf(PermissionSet? permissions)
    {
        if (permissions is not { Form: PermissionForm.Map })
        {
            return "everything";
        }

        var names = new List<string>();
        foreach (var grant in permissions.Grants)
        {
            if (grant.Level > GrantLevel.Read && grant.Permission != Identity)
            {
                names.Add(grant.Permission);
            }
        }

        return names.Count <= MaxNamed ? string.Join(", ", names) : string.Join(", ", names.Take(MaxNamed)) + " and more";
    }
}

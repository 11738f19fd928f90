using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Permissions;

/// <summary>Finds grants of which nothing in their reach needs anything, and permissions that a registered token has for nothing.</summary>
public sealed class UnusedPermission : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unused-permission",
        Title = "A permission is granted that nothing needs",
        Category = RuleCategory.Permissions,
        Severity = Severity.Warning,
        Fixable = true,
        Compliance = ["CICD-SEC-5", "NHI-5"],
        Aliases = [new RuleAlias("zizmor", "excessive-permissions")],
    };

    /// <inheritdoc/>
    public override void VisitPipeline(PipelineContext context)
    {
        if (context.Pipeline is not { Kind: PipelineKind.Workflow, Permissions: { Form: PermissionForm.Map } top })
        {
            return;
        }

        var reached = GrantPlace.UnderTop(context.Permissions);
        var unused = top.Grants.Where(g => IsKnown(context, g) && reached.Count > 0 && reached.TrueForAll(j => IsUnused(j, g))).ToList();
        foreach (var grant in unused)
        {
            Report(context, grant, $"No job under this grant needs `{grant.Permission}`", job: null, HintOf(top, unused, WithoutTop(context)));
        }
    }

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (job.Permissions is not { Form: PermissionForm.Map } granted || context.PermissionsOf(job) is not { } permissions)
        {
            return;
        }

        var unused = granted.Grants.Where(g => IsKnown(context, g) && IsUnused(permissions, g)).ToList();
        var otherwise = context.Pipeline.Permissions is null ? WithoutTop(context) : "the job inherits the grant at the top";
        foreach (var grant in unused)
        {
            Report(context, grant, $"Job {job.Id} does not need `{grant.Permission}`", job.Id, HintOf(granted, unused, otherwise));
        }
    }

    /// <inheritdoc/>
    public override object? Gather(PipelineContext context)
    {
        if (context.Repository.Registry is null)
        {
            return null;
        }

        var others = context.Permissions.SelectMany(j => j.Needs.Others).Select(TokenDemand.Of).ToList();
        return others.Count == 0 ? null : others;
    }

    /// <inheritdoc/>
    internal override bool TryWriteGathered(CacheWriter to, object kept)
    {
        to.Write((List<TokenDemand>)kept, TokenDemand.Write);
        return true;
    }

    /// <inheritdoc/>
    internal override object ReadGathered(CacheReader from, Repository repository) => from.ReadList(TokenDemand.Read).ToList();

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        if (context.Repository.Registry is not { } registry)
        {
            return;
        }

        var demands = context.Gathered<List<TokenDemand>>(this).SelectMany(n => n).ToLookup(n => n.Token, StringComparer.Ordinal);
        foreach (var entry in registry.Entries.Where(e => e is { Status: TokenStatus.Registered, Permissions.Count: > 0 }))
        {
            VisitEntry(context, registry, entry, [.. demands[entry.Name]]);
        }
    }

    // Of a permission that the platform does not have, another rule speaks.
    private static bool IsKnown(PipelineContext context, Grant grant) =>
        grant.Level > GrantLevel.None && context.Repository.Facts.Scopes.FindInWorkflow(grant.Permission) is not null;

    private static bool IsUnused(JobPermissions job, Grant grant) =>
        job.Rows.FirstOrDefault(r => r.Permission == grant.Permission) is { Verdict: RowVerdict.Excess, AtMost: GrantLevel.None };

    /// <summary>Silent where a use of the token is not fully known, or lies where needs are not proven: in a script that no workflow is seen to run.</summary>
    private void VisitEntry(RepositoryContext context, TokenRegistry registry, TokenEntry entry, List<TokenDemand> demands)
    {
        var uses = context.Uses.Where(u => u.Token.Name == entry.Name).ToList();
        var isKnown = demands.Count > 0
            && demands.TrueForAll(d => d.IsKnown)
            && uses.TrueForAll(u => u.Scope is not (UseScope.ScriptFile or UseScope.CallInput or UseScope.Output))
            && !context.Uses.Any(u => u.Token.Kind is TokenKind.All or TokenKind.Dynamic or TokenKind.Inherited);
        if (!isKnown)
        {
            return;
        }

        foreach (var declared in entry.Permissions!)
        {
            var isOfWorkflow = context.Repository.Facts.Scopes.FindInWorkflow(declared.Name) is not null;
            if (isOfWorkflow && !demands.Exists(d => d.Permissions.Contains(declared.Name, StringComparer.Ordinal)))
            {
                context.Report(this, registry.Source, new FindingDraft
                {
                    Span = declared.Span,
                    Token = entry.Name,
                    Message = $"{entry.Name} is declared with `{declared.Name}`, and no use of it needs that",
                    Why = "A token with fewer permissions does less harm when it leaks",
                    Hint = "Take the permission from the token, then from the registry",
                    Identity = declared.Name,
                });
            }
        }
    }

    private static string WithoutTop(PipelineContext context) =>
        context.Pipeline.Triggers.Any(t => t.Reach.InheritsCaller) ? "the grant of the caller holds" : "the settings of the repository decide";

    // A block without entries is no block.
    private static string HintOf(PermissionSet granted, List<Grant> unused, string without) =>
        unused.Count < granted.Grants.Count ? "Remove it" : $"Write `permissions: {{}}`; without the block {without}";

    /// <summary>Everybody may read the contents of a public repository, so that this one is only named.</summary>
    private static Severity? SeverityOf(Grant grant) => grant is { Permission: "contents", Level: GrantLevel.Read } ? Severity.Info : null;

    private void Report(PipelineContext context, Grant grant, string message, string? job, string hint) => context.Report(this, new FindingDraft
    {
        Span = grant.PermissionSpan,
        Job = job,
        Message = message,
        Why = "Whoever gets hold of the token may do all that it is granted",
        Severity = SeverityOf(grant),
        Hint = hint,
        Identity = grant.Permission,
    });
}

using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Exposure;

/// <summary>An action of the repository that checks out and leaves the default token to what it runs after.</summary>
/// <param name="Folder">The action's folder.</param>
/// <param name="Source">Its file.</param>
/// <param name="Step">The checkout.</param>
internal sealed record CheckoutActions(string Folder, SourceText Source, Step Step)
{
    /// <summary>Reads an action; null where it does no such thing.</summary>
    public static CheckoutActions? Of(PipelineContext context)
    {
        foreach (var job in context.Pipeline.Jobs)
        {
            var step = job.Steps.FirstOrDefault(s => CheckoutStep.Is(s) && CheckoutStep.Persists(s) && string.IsNullOrEmpty(CheckoutStep.InputOf(s, "token")) && string.IsNullOrEmpty(CheckoutStep.InputOf(s, "ssh-key")));
            if (step is not null && job.Steps.Skip(step.Index + 1).Any(s => OtherCode.RunsIn(context.Repository, s)))
            {
                return new CheckoutActions(ActionAddress.FolderOf(context.Pipeline.Path), context.Source, step);
            }
        }

        return null;
    }

    /// <summary>The actions of the repository that a workflow uses in jobs that may write and do not work with git through the token.</summary>
    public static IReadOnlyList<Call> CallsOf(PipelineContext context) =>
    [
        .. from job in context.Pipeline.Jobs
           where EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.Writes
           from step in job.Steps
           where step.Action?.LocalPath is not null
           where context.PermissionsOf(job) is { Needs.UsesGitCredential: false } && RunReach.IsEverReached(context, job)
           select new Call(step.Action!.LocalPath!, job.Id, Location.Of(context.Source, step.Action.Span)),
    ];

    /// <summary>A use of an action.</summary>
    /// <param name="Folder">The action's folder.</param>
    /// <param name="Job">The job that uses it.</param>
    /// <param name="Place">Where.</param>
    internal sealed record Call(string Folder, string Job, Location Place)
    {
        public static void Write(CacheWriter to, Call call)
        {
            to.Write(call.Folder);
            to.Write(call.Job);
            PlaceFormat.Write(to, call.Place);
        }

        public static Call Read(CacheReader from) => new(from.ReadWord(), from.ReadWord(), PlaceFormat.ReadLocation(from));
    }
}

using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;

namespace Warder.Engine.Rotation;

/// <summary>
/// Finds every token within reach of a breached place. A job's steps share a machine: what any of them holds, code in another can
/// take. Where all secrets are handed over, or one is chosen while the job runs, every token that the repository knows is in reach.
/// </summary>
public static class BreachReach
{
    /// <summary>The tokens that have a value to replace, sorted by name; the platform's own token ends with its job.</summary>
    public static IReadOnlyList<ReachedToken> Of(AuditResult audit, BreachedPlace place)
    {
        var repository = audit.Repository;
        var reached = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var uses = audit.Uses.ToLookup(u => u.Path, StringComparer.Ordinal);
        foreach (var path in repository.Files.Paths.Where(p => GitHubReader.IsWorkflowPath(p) || GitHubReader.IsActionPath(p)))
        {
            if (repository.LocalPipelines.FindWorkflow(path) is not { } pipeline)
            {
                continue;
            }

            foreach (var job in place.JobsIn(pipeline, path, repository))
            {
                Take(uses[path].Where(u => u.Job is null || u.Job == job.Id), path, job.Id, audit, reached);
            }
        }

        return [.. reached.Select(r => new ReachedToken(r.Key, [.. r.Value], repository.Registry?.Find(r.Key) is not null))];
    }

    /// <summary>Whether the place is in the repository today.</summary>
    public static bool IsKnown(AuditResult audit, BreachedPlace place) => audit.Repository.Files.Paths.Any(p =>
        (GitHubReader.IsWorkflowPath(p) || GitHubReader.IsActionPath(p))
        && audit.Repository.LocalPipelines.FindWorkflow(p) is { } pipeline
        && place.JobsIn(pipeline, p, audit.Repository).Any());

    private static void Take(IEnumerable<TokenUse> uses, string path, string job, AuditResult audit, SortedDictionary<string, SortedSet<string>> reached)
    {
        foreach (var use in uses)
        {
            switch (use.Token.Kind)
            {
                case TokenKind.Secret:
                    Add(use.Token.Name, job.Length == 0 ? path : $"{path}: job {job}");
                    break;
                case TokenKind.All or TokenKind.Inherited or TokenKind.Dynamic:
                    foreach (var name in KnownTo(audit))
                    {
                        Add(name, $"{path}: job {job}, which had every secret");
                    }

                    break;
            }
        }

        void Add(string name, string where)
        {
            if (audit.Repository.Registry?.Find(name) is { } entry && !RotationSchedule.HasValue(entry))
            {
                return;
            }

            if (!reached.TryGetValue(name, out var places))
            {
                reached[name] = places = new SortedSet<string>(StringComparer.Ordinal);
            }

            places.Add(where);
        }
    }

    private static IEnumerable<string> KnownTo(AuditResult audit) =>
        audit.Uses.Where(u => u.Token.Kind == TokenKind.Secret).Select(u => u.Token.Name)
            .Concat((audit.Repository.Registry?.Entries ?? []).Where(e => e.Status == TokenStatus.Registered).Select(e => e.Name))
            .Distinct(StringComparer.Ordinal);
}

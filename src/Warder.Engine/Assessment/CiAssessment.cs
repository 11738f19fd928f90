using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines.GitHub;

namespace Warder.Engine.Assessment;

/// <summary>The pipelines of a repository as they stand.</summary>
public sealed record CiAssessment
{
    /// <summary>Workflows and actions, by path.</summary>
    public required IReadOnlyList<PipelineAssessment> Pipelines { get; init; }

    /// <summary>Files that are pipelines by their place and could not be read, by path.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>The workflows.</summary>
    public IEnumerable<PipelineAssessment> Workflows => Pipelines.Where(p => p.IsWorkflow);

    /// <summary>All jobs of workflows.</summary>
    public int Jobs => Pipelines.Sum(p => p.Jobs);

    /// <summary>All steps, those of actions included.</summary>
    public int Steps => Pipelines.Sum(p => p.Steps);

    /// <summary>How many workflows each event starts, by name.</summary>
    public IReadOnlyList<(string Event, int Workflows)> Events =>
        [.. Workflows.SelectMany(w => w.Events).CountBy(e => e, StringComparer.Ordinal).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, e.Value))];

    /// <summary>What runs from elsewhere, by reference: those that can move first, then the most frequent, then by name.</summary>
    public IReadOnlyList<ActionUse> External =>
    [
        .. Pipelines.SelectMany(p => p.Actions)
            .Where(a => a.Pin != ActionPin.Local)
            .GroupBy(a => a)
            .Select(g => new ActionUse(g.Key.Text, g.Key.Pin, g.Count()))
            .OrderByDescending(a => a.Pin == ActionPin.Moving)
            .ThenByDescending(a => a.Times)
            .ThenBy(a => a.Text, StringComparer.Ordinal),
    ];

    /// <summary>How many places run something in one way of holding it.</summary>
    public int Places(ActionPin pin) => Pipelines.Sum(p => p.Actions.Count(a => a.Pin == pin));

    /// <summary>How much of what runs from elsewhere is held to one content, from 0 to 1; null where nothing does.</summary>
    public double? PinnedShare => Places(ActionPin.Fixed) + Places(ActionPin.Moving) is > 0 and var all ? (double)Places(ActionPin.Fixed) / all : null;

    /// <summary>How many jobs have a verdict.</summary>
    public int JobsWith(JobVerdict verdict) => Pipelines.Sum(p => p.Verdicts.Count(v => v == verdict));

    /// <summary>Looks at the pipelines of an audited repository; the audit must have kept need against grant.</summary>
    public static CiAssessment Of(AuditResult audit)
    {
        var jobs = audit.Jobs.ToLookup(j => j.Needs.Path, StringComparer.Ordinal);
        var uses = audit.Uses.ToLookup(u => u.Path, StringComparer.Ordinal);
        var read = new List<PipelineAssessment>();
        var unread = new List<string>();
        foreach (var path in audit.Repository.Files.Paths.Where(p => GitHubReader.IsWorkflowPath(p) || GitHubReader.IsActionPath(p)).Order(StringComparer.Ordinal))
        {
            if (audit.Repository.LocalPipelines.FindWorkflow(path) is { } pipeline)
            {
                read.Add(PipelineAssessment.Of(pipeline, jobs[path], uses[path]));
            }
            else
            {
                unread.Add(path);
            }
        }

        return new CiAssessment { Pipelines = read, Unread = unread };
    }
}

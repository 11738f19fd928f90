using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Writes the grant at the top of a workflow and, where a job needs more than that, the grant of the job.</summary>
internal sealed class TopGrant
{
    private const string Contents = "contents";
    private readonly PipelineFixContext _context;
    private readonly List<JobPermissions> _jobs;

    /// <param name="context">The workflow.</param>
    /// <param name="jobs">The jobs that have no grant of their own.</param>
    public TopGrant(PipelineFixContext context, List<JobPermissions> jobs)
    {
        _context = context;
        _jobs = jobs;
    }

    public void Propose(string rule)
    {
        var pipeline = _context.Pipeline;
        var at = pipeline.Permissions?.Span.Start ?? pipeline.Jobs[0].KeySpan.Start;
        if (pipeline.Triggers.Any(t => t.Reach.InheritsCaller))
        {
            // A called workflow that asks for more than its caller grants does not start at all.
            _context.Decline(rule, at, "other workflows call this one, and what they grant it is not written here");
            return;
        }

        if (_jobs.Find(j => !j.Needs.IsResolved) is { } open)
        {
            _context.Decline(rule, at, $"the need of job {open.Needs.Job} is unknown because {MinimalPermissionsFixer.Because(open)}");
            return;
        }

        var readsContents = _jobs.TrueForAll(j => j.Recommended.All(r => r is { Permission: Contents, AtMost: GrantLevel.Read })) && _jobs.Exists(j => j.Recommended.Any());
        var top = readsContents ? _jobs.First(j => j.Recommended.Any()).Recommended.ToList() : [];
        var edits = new List<TextEdit>();
        if (!WriteTop(top, edits) || !_jobs.Where(j => !readsContents && j.Recommended.Any()).All(j => WriteJob(j, edits)))
        {
            _context.Decline(rule, at, "the workflow is written in a way that is not edited");
            return;
        }

        _context.Add(new FixDraft
        {
            Rule = rule,
            Offset = at,
            Description = readsContents ? "Grant the workflow only reading its contents" : "Grant the workflow nothing at the top, and each job what it needs",
            Edits = edits,
            Changes = [FixPath.Of("permissions"), .. _jobs.Where(j => !readsContents && j.Recommended.Any()).Select(j => FixPath.Of("jobs", j.Needs.Job, "permissions"))],
        });
    }

    private bool WriteTop(List<PermissionRow> rows, List<TextEdit> edits)
    {
        var source = _context.Pipeline.Source;
        if (_context.Pipeline.Permissions is { } written)
        {
            if (written.Form == PermissionForm.Map && IsSame(written, rows))
            {
                return true;
            }

            var rewritten = GrantEdit.Rewrite(source, written, Kept(written, rows));
            edits.AddRange(rewritten);
            return rewritten.Count > 0;
        }

        if (_context.Pipeline.Tree.Root?.AsMapping() is not { IsFlow: false } root || root.Find("on") is not { } on || BlockLines.IndentOf(source, on.Key.Span.Start) is not { Length: 0 })
        {
            return false;
        }

        var edit = BlockLines.After(source, on, PermissionLines.Block(rows, "", "  "));
        var next = edit.Span.Start;
        var isFollowedByBlank = next >= source.Text.Length || source.Text[next] is '\n' or '\r';
        var newLine = BlockLines.BreakOf(source);
        edits.Add(edit with { Replacement = newLine + edit.Replacement + (isFollowedByBlank ? "" : newLine) });
        return true;
    }

    private static bool IsSame(PermissionSet written, List<PermissionRow> rows) =>
        written.Grants.Count(g => g.Level > GrantLevel.None) == rows.Count && rows.TrueForAll(r => written.LevelOf(r.Permission) == r.AtMost);

    // A grant that reads less at the top than the new one would is left to the one who wrote it.
    private static List<PermissionRow> Kept(PermissionSet written, List<PermissionRow> rows) =>
        written.Form == PermissionForm.Map ? [.. rows.Where(r => written.LevelOf(r.Permission) >= r.AtMost)] : rows;

    private bool WriteJob(JobPermissions job, List<TextEdit> edits)
    {
        var source = _context.Pipeline.Source;
        var rows = job.Recommended.ToList();
        if (BlockLines.JobOf(_context.Pipeline, job.Needs.Job) is not { Entries.Count: > 0 } mapping)
        {
            return false;
        }

        var first = mapping.Entries[0];
        if (mapping.IsFlow)
        {
            edits.Add(new TextEdit(new TextSpan(first.Key.Span.Start, 0), $"permissions: {PermissionLines.Flow(rows)}, "));
            return true;
        }

        var anchor = mapping.Find("runs-on") ?? mapping.Find("uses");
        if (anchor is null || BlockLines.IndentOf(source, anchor.Key.Span.Start) is not { Length: > 0 } indent || anchor.Key is YamlAlias)
        {
            return false;
        }

        edits.Add(BlockLines.After(source, anchor, PermissionLines.Block(rows, indent, "  ")));
        return true;
    }
}

using Warder.Engine.Auditing;
using System.Data.Common;
using Warder.History.Recording;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>Reads rows of runs.</summary>
internal static class RunRows
{
    /// <summary>All columns of a run and of its track.</summary>
    public const string Select =
        """
        select r.id, t.repository, t.branch, t.kind, r.seq, r.run_key, r.origin, r.commit_id, r.is_dirty, r.started_at, r.duration_ms, r.version, r.info, r.warning, r.error, r.critical,
            r.accepted, r.diagnostics, r.unknowns, r.workflows, r.actions, r.scripts, r.documents, r.jobs, r.registered, r.uses, r.tokens, r.unregistered, r.default_uses, r.track_id
        from warder_run r join warder_track t on t.id = r.track_id
        """;

    public static RunSummary Read(DbDataReader reader)
    {
        var row = new Columns(reader);
        return new RunSummary
        {
            Id = row.Long(),
            Track = new Track(row.Text(), row.Text(), Words.KindOf(row.Text())),
            Seq = row.Long(),
            Key = row.Text(),
            Origin = Words.OriginOf(row.Text()),
            Commit = row.TextOrNull(),
            IsDirty = row.Long() != 0,
            Time = row.Time(),
            Duration = TimeSpan.FromMilliseconds(row.Long()),
            Version = row.Text(),
            Counts = new RunCounts
            {
                BySeverity = [row.Int(), row.Int(), row.Int(), row.Int()],
                Accepted = row.Int(),
                Diagnostics = row.Int(),
                Unknowns = row.Int(),
                Workflows = row.Int(),
                Actions = row.Int(),
                Scripts = row.Int(),
                Documents = row.Int(),
                Jobs = row.Int(),
                Registered = row.Int(),
                Uses = row.Int(),
                Tokens = row.Int(),
                Unregistered = row.Int(),
                DefaultUses = row.Int(),
            },
            TrackId = row.Long(),
        };
    }

    /// <summary>The conditions of a filter, with their values after those that are given.</summary>
    public static string Where(RunFilter filter, List<object?> values)
    {
        var conditions = new List<string>();
        Add("t.repository = ", filter.Repository);
        Add("t.branch = ", filter.Branch);
        Add("t.kind = ", filter.Kind is { } kind ? Words.Of(kind) : null);
        Add("r.started_at >= ", filter.From?.ToUnixTimeMilliseconds());
        Add("r.started_at < ", filter.Before?.ToUnixTimeMilliseconds());
        return conditions.Count == 0 ? "" : " where " + string.Join(" and ", conditions);

        void Add(string condition, object? value)
        {
            if (value is not null)
            {
                conditions.Add($"{condition}@p{values.Count}");
                values.Add(value);
            }
        }
    }
}

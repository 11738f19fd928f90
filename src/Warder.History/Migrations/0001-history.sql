-- Times are milliseconds since 1970-01-01 UTC. Numbers of rows are given by the one writer that holds the database.

create table warder_track (
    id bigint not null primary key,
    repository text not null,
    branch text not null,
    kind text not null,          -- runs: audits as they were made; commits: what a backfill found at each commit
    unique (repository, branch, kind)
);

create table warder_run (
    id bigint not null primary key,
    track_id bigint not null references warder_track (id),
    seq bigint not null,         -- the place in its track, from 1
    run_key text not null unique,
    origin text not null,        -- audit, validate, import, backfill
    commit_id text,
    started_at bigint not null,
    duration_ms bigint not null,
    version text not null,
    is_dirty bigint not null,
    critical bigint not null,
    error bigint not null,
    warning bigint not null,
    info bigint not null,
    accepted bigint not null,
    diagnostics bigint not null,
    unknowns bigint not null,
    workflows bigint not null,
    actions bigint not null,
    scripts bigint not null,
    documents bigint not null,
    jobs bigint not null,
    registered bigint not null,
    uses bigint not null,
    tokens bigint not null,
    unregistered bigint not null,
    default_uses bigint not null,
    unique (track_id, seq)
);

create index warder_run_commit on warder_run (commit_id);
create index warder_run_started on warder_run (track_id, started_at);

create table warder_finding (
    id bigint not null primary key,
    track_id bigint not null references warder_track (id),
    fingerprint text not null,
    context_hash text not null,
    rule text not null,
    token text,
    job text,
    step text,
    path text not null,
    place bigint not null,       -- the line, from 1, where it was last seen
    severity bigint not null,    -- 0 info to 3 critical
    message text not null,
    state text not null,         -- open, accepted, fixed
    first_at bigint not null,    -- first seen
    opened_at bigint not null,   -- open since, or the last time it was opened
    state_at bigint not null,    -- in this state since
    fixes bigint not null,       -- how often it was fixed
    unique (track_id, fingerprint)
);

create table warder_event (
    run_id bigint not null references warder_run (id),
    finding_id bigint not null references warder_finding (id),
    kind text not null,          -- new, fixed, reopened, accepted, moved
    detail text,                 -- of moved: the path before
    primary key (run_id, finding_id, kind)
);

create index warder_event_finding on warder_event (finding_id);

create table warder_finding_span (
    finding_id bigint not null references warder_finding (id),
    from_seq bigint not null,
    to_seq bigint,               -- the first run without it; null while it lasts
    state text not null,         -- open, accepted
    severity bigint not null,
    fingerprint text not null,   -- as it was then: both change when it moves
    path text not null,
    primary key (finding_id, from_seq)
);

create table warder_use (
    id bigint not null primary key,
    track_id bigint not null references warder_track (id),
    identity text not null,
    token text not null,
    kind text not null,
    path text not null,
    scope text not null,
    job text,
    step text,
    consumer text,
    unique (track_id, identity)
);

create table warder_use_span (
    use_id bigint not null references warder_use (id),
    from_seq bigint not null,
    to_seq bigint,
    primary key (use_id, from_seq)
);

create table warder_outbox (
    run_id bigint not null references warder_run (id),
    log text not null,           -- machine and path of the log that waits for it
    entry text not null,
    primary key (run_id)
);

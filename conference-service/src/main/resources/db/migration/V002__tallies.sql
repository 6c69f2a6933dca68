-- Wrong PINs across calls, by what they are counted by; at most this many rows as there are callers, sources, rooms and
-- tenants with a wrong PIN lately.
create table guess (
    scope    text        not null,
    subject  text        not null,
    failures integer     not null,
    last_at  timestamptz not null,
    primary key (scope, subject)
);
create index guess_last on guess (last_at);

-- Calls that were placed to the outside, so that there are never more of them at once than there may be.
create table outside_call (
    leg      text        primary key,
    tenant   text        not null,
    caller   text        not null,
    begun_at timestamptz not null,
    ended_at timestamptz
);
create index outside_call_open on outside_call (tenant) where ended_at is null;
create index outside_call_caller on outside_call (tenant, caller, begun_at);

-- Who wants to be told of what happens. Its secret is not here: it is made of the nonce and a key that is in no database.
create table webhook (
    webhook        text        primary key,
    tenant         text        not null,
    url            text        not null,
    events         text[]      not null,
    description    text        not null,
    enabled        boolean     not null,
    nonce          text        not null,
    former_nonce   text,
    renewed_at     timestamptz,
    failing_since  timestamptz,
    disabled_why   text,
    created_at     timestamptz not null
);
create index webhook_tenant on webhook (tenant, created_at);

-- What is to be told to whom. Within a strand, a conference, one is told after the other.
create table delivery (
    place      bigint      generated always as identity primary key,
    delivery   text        not null unique,
    webhook    text        not null references webhook on delete cascade,
    message    text        not null,
    strand     text        not null,
    kind       text        not null,
    payload    text        not null,
    replay_of  text,
    state      text        not null,
    attempts   integer     not null,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    status     integer,
    error      text
);
create unique index delivery_once on delivery (webhook, message) where replay_of is null;
create index delivery_waiting on delivery (webhook, strand, place) where state = 'WAITING';
create index delivery_past on delivery (webhook, created_at desc, delivery desc);
create index delivery_age on delivery (created_at);

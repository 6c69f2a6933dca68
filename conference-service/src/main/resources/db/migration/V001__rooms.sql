-- One row for every room that ever had a visitor: its state now, and how far the logs about it were read.
create table room (
    room     text   primary key,
    version  bigint not null,
    state    jsonb  not null,
    consumed jsonb  not null
);

-- Messages that are stored but not yet known to have arrived. Nearly always empty.
create table outbox (
    place      bigint      generated always as identity primary key,
    id         uuid        not null unique,
    writer     uuid        not null,
    room       text        not null,
    topic      text        not null,
    key        text        not null,
    partition  integer,
    kind       text        not null,
    written_at timestamptz not null,
    payload    text        not null
);
create index outbox_room on outbox (room);

-- The one timer that a leg may have.
create table timer (
    room   text        not null,
    leg    text        not null,
    due_at timestamptz not null,
    primary key (room, leg)
);
create index timer_due on timer (due_at);

-- What happened, for those who ask later.
create table conference (
    conference text        primary key,
    room       text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
create index conference_room on conference (room, started_at);
create index conference_live on conference (room) where ended_at is null;

create table participant (
    participant text        primary key,
    conference  text        not null references conference,
    leg         text        not null,
    number      text        not null,
    role        text        not null,
    joined_at   timestamptz not null,
    left_at     timestamptz,
    reason      text
);
create index participant_conference on participant (conference);
create index participant_present on participant (conference) where left_at is null;

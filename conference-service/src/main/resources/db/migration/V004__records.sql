-- What is left of legs that are over, as call-control tells it: one row for every INVITE, in or out.
create table call_record (
    leg         text        primary key,
    tenant      text        not null,
    call        text        not null,
    room        text,
    direction   text        not null,
    caller      text        not null,
    name        text,
    dialled     text        not null,
    trunk       text,
    began_at    timestamptz not null,
    rang_at     timestamptz,
    answered_at timestamptz,
    ended_at    timestamptz not null,
    status      integer,
    cause       integer,
    reason      text        not null,
    ended_by    text        not null
);
create index call_record_time on call_record (tenant, began_at desc, leg desc);
create index call_record_room on call_record (room, began_at);

-- Who was not let in, and why.
create table refusal (
    leg        text        primary key,
    room       text        not null,
    reason     text        not null,
    refused_at timestamptz not null
);

-- Conferences that are over: why, and how many were in at once at most.
alter table conference add column reason text;
alter table conference add column most_at_once integer;
alter table conference add column tenant text not null generated always as (split_part(room, ':', 1)) stored;
create index conference_time on conference (tenant, started_at desc, conference desc);
create index participant_leg on participant (leg);

-- What was recorded of a conference, or of one who was in it.
create table recording (
    recording   text        primary key,
    tenant      text        not null,
    room        text        not null,
    conference  text,
    participant text,
    started_at  timestamptz,
    stopped_at  timestamptz,
    deleted_at  timestamptz,
    known_at    timestamptz not null
);
create index recording_time on recording (tenant, known_at desc, recording desc);
create index recording_conference on recording (conference);

-- Its files: one, or several where whoever wrote it had to begin anew.
create table recording_file (
    recording text   not null references recording,
    file      text   not null,
    seconds   bigint not null,
    primary key (recording, file)
);

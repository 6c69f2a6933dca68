-- Who was called into conferences, and what became of it.
create table invitation (
    invitation   text        primary key,
    conference   text        not null references conference,
    leg          text        not null,
    number       text        not null,
    role         text        not null,
    inviter      text,
    early_media  boolean     not null,
    stage        text        not null,
    outcome      text,
    failure      text,
    status       integer,
    participant  text,
    requested_at timestamptz not null,
    ended_at     timestamptz
);
create index invitation_conference on invitation (conference);

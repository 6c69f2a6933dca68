-- What was made by POSTs with an Idempotency-Key, for a day; null as long as it is being made.
create table repetition (
    who     text        not null,
    key     text        not null,
    request text        not null,
    made    text,
    at      timestamptz not null,
    primary key (who, key)
);
create index repetition_age on repetition (at);

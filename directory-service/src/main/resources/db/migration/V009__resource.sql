-- One table for all kinds of documents that people configure; the service knows what each kind looks like.
-- Tenant '' is the operator's: tenants themselves, and trunks that all may use.
create sequence resource_revision;

create table resource (
    tenant   text        not null,
    kind     text        not null,
    name     text        not null,
    -- From one sequence for all, so that a document that is deleted and made anew never has an old ETag again.
    revision bigint      not null default nextval('resource_revision'),
    body     jsonb       not null,
    created  timestamptz not null default now(),
    updated  timestamptz not null default now(),
    primary key (tenant, kind, name)
);

create index resource_by_change on resource (tenant, kind, updated, name);
-- What there is but once in the world, whoever's it is.
create unique index resource_domain on resource ((body ->> 'domain')) where kind = 'tenants';
create unique index resource_number on resource (name) where kind = 'numbers';
create unique index resource_trunk on resource (name) where kind = 'trunks';
create unique index resource_trunk_source on resource ((body ->> 'source_address'), (body ->> 'source_port')) where kind = 'trunks';

-- What a document is never shown with: keyed hashes of PINs, HA1 of passwords.
create table secret (
    tenant text not null,
    kind   text not null,
    name   text not null,
    field  text not null,
    value  text not null,
    primary key (tenant, kind, name, field),
    foreign key (tenant, kind, name) references resource on delete cascade
);

-- Which document needs which: what is needed cannot go. Checked at the end of a transaction, since a whole tenant may be
-- configured in one.
create table reference (
    tenant  text not null,
    kind    text not null,
    name    text not null,
    pointer text not null,
    to_kind text not null,
    to_name text not null,
    primary key (tenant, kind, name, pointer),
    foreign key (tenant, kind, name) references resource on delete cascade,
    foreign key (tenant, to_kind, to_name) references resource (tenant, kind, name)
        on delete no action deferrable initially deferred
);

create index reference_by_target on reference (tenant, to_kind, to_name);

-- Which prompts a document plays. Some are the tenant's own, others come with Parley; so there is nothing to hold on to.
create table prompt_use (
    tenant  text not null,
    kind    text not null,
    name    text not null,
    pointer text not null,
    prompt  text not null,
    primary key (tenant, kind, name, pointer),
    foreign key (tenant, kind, name) references resource on delete cascade
);

create index prompt_use_by_prompt on prompt_use (tenant, prompt);

-- Who changed what, and when. Never a secret's value.
create table audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    tenant   text        not null,
    who      text        not null,
    action   text        not null check (action in ('created', 'changed', 'deleted')),
    kind     text        not null,
    name     text        not null,
    fields   jsonb       not null
);

create index audit_by_tenant on audit (tenant, id);

-- Answers to POSTs that may be asked again.
create table idempotency (
    who     text        not null,
    key     text        not null,
    request text        not null,
    answer  jsonb       not null,
    at      timestamptz not null default now(),
    primary key (who, key)
);

create index idempotency_by_age on idempotency (at);

insert into resource (tenant, kind, name, body)
select '', 'tenants', slug, jsonb_build_object('tenant', slug, 'domain', domain, 'name', name, 'language', language)
from tenant;

insert into resource (tenant, kind, name, body)
select tenant, 'extensions', number,
       jsonb_build_object('type', 'phone', 'extension', number, 'name', name, 'forwarding', jsonb_build_array(),
                          'conference_end_on_exit', false, 'conference_announce_caller_name', false)
from extension where type = 'phone';

insert into resource (tenant, kind, name, body)
select tenant, 'extensions', number,
       jsonb_build_object('type', 'conference', 'extension', number, 'name', e.name, 'max_members', max_members,
                          'announce_caller_name', announce_caller_name,
                          'enter_sound', case when enter_sound then 'enter' else 'none' end,
                          'music_on_hold_sound', coalesce(music_on_hold_sound, 'none'),
                          'mute_non_moderator', mute_non_moderator, 'record_enabled', record_enabled,
                          'end_policy', end_policy, 'wait_for_moderator', wait_for_moderator,
                          'key_map', 'default', 'dynamic', dynamic)
from extension e join conference_settings using (tenant, number);

insert into secret (tenant, kind, name, field, value)
select tenant, 'extensions', number, 'pin', pin_hash from conference_settings where pin_hash is not null
union all
select tenant, 'extensions', number, 'moderator_pin', moderator_pin_hash
from conference_settings where moderator_pin_hash is not null;

insert into resource (tenant, kind, name, body)
select tenant, 'credentials', username, jsonb_build_object('username', username, 'extension', extension)
from credential;

insert into secret (tenant, kind, name, field, value)
select tenant, 'credentials', username, 'password.md5', ha1 from credential
union all
select tenant, 'credentials', username, 'password.sha256', ha1_sha256 from credential;

insert into resource (tenant, kind, name, body)
select tenant, 'numbers', number, jsonb_build_object('number', number, 'destination', destination) from number;

insert into resource (tenant, kind, name, body)
select coalesce(tenant, ''), 'trunks', t.name,
       jsonb_build_object('name', t.name, 'host', host, 'port', port, 'transport', transport,
                          'source_address', source_address, 'source_port', coalesce(source_port, 0),
                          'prefixes', (select coalesce(jsonb_agg(prefix order by prefix), jsonb_build_array())
                                       from trunk_prefix p where p.trunk = t.name),
                          'answer_supervision', answer_supervision)
from trunk t;

insert into reference (tenant, kind, name, pointer, to_kind, to_name)
select tenant, 'credentials', username, '/extension', 'extensions', extension from credential
union all
select tenant, 'numbers', number, '/destination', 'extensions', destination from number;

drop view edge_domain, edge_account, edge_trunk, edge_number;
drop table trunk_prefix, trunk, number, credential, conference_settings, extension, tenant;

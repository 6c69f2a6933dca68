-- What tenants have recorded, as telephones are played it.
create table prompt (
    tenant   text        not null,
    language text        not null check (language ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
    name     text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
    revision bigint      not null,
    wav      bytea       not null,
    created  timestamptz not null default now(),
    updated  timestamptz not null default now(),
    of_tenant text generated always as ('') stored,
    of_kind   text generated always as ('tenants') stored,
    primary key (tenant, language, name),
    foreign key (of_tenant, of_kind, tenant) references resource (tenant, kind, name) on delete cascade
);

-- Keys of prompts that have changed or gone and are not yet on the topic. The database itself notes them, so that what
-- goes with its tenant is told as well.
create table prompt_outbox (
    id         bigint generated always as identity primary key,
    prompt_key text not null
);

create function note_prompt() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.prompt_outbox (prompt_key)
    select coalesce(new.tenant, old.tenant) || '/' || coalesce(new.language, old.language) || '/' || coalesce(new.name, old.name);
    return null;
end $$;

create trigger prompt_noted after insert or update or delete on prompt for each row execute function note_prompt();

-- Likewise for keys that go with their tenant.
create function note_api_key() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.outbox (entry_key) values ('api-key/' || old.id);
    return null;
end $$;

create trigger api_key_noted after delete on api_key for each row execute function note_api_key();

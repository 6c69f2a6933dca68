-- Keys to the API. Only hashes: behind each are 190 random bits, which nobody guesses.
create table api_key (
    id         text primary key check (id ~ '^[0-9A-Za-z]{8}$'),
    tenant     text not null, -- '' is an operator's
    name       text not null,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    scopes     text not null,
    created    timestamptz not null,
    created_by text not null,
    expires    timestamptz,
    last_used  timestamptz,
    -- The document of its tenant; a key goes with it, lest it open another tenant of that name later.
    of_tenant  text generated always as ('') stored,
    of_kind    text generated always as ('tenants') stored,
    of_name    text generated always as (nullif(tenant, '')) stored,
    foreign key (of_tenant, of_kind, of_name) references resource (tenant, kind, name) on delete cascade
);

create index api_key_by_tenant on api_key (tenant, id);

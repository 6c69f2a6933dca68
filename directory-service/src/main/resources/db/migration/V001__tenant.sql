-- A customer of the provider, and the SIP domain that names it.
create table tenant (
    slug     text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    domain   text not null unique check (domain = lower(domain) and domain <> ''),
    name     text not null,
    language text not null default 'en'
);

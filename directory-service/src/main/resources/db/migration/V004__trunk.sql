-- A way to the outside world. Without a tenant it is everybody's.
create table trunk (
    name               text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    tenant             text references tenant on delete cascade,
    host               text    not null,
    port               integer not null default 5060 check (port between 1 and 65535),
    transport          text    not null default 'udp' check (transport in ('udp', 'tcp', 'tls')),
    -- Where its calls come from: an address, and a port unless any will do.
    source_address     text    not null,
    source_port        integer check (source_port between 1 and 65535),
    answer_supervision boolean not null default true
);

create unique index trunk_by_source on trunk (source_address, coalesce(source_port, 0));

-- Dialled numbers that start so leave by the trunk.
create table trunk_prefix (
    trunk  text not null references trunk on delete cascade,
    prefix text not null check (prefix ~ '^[+]?[0-9]*$' and prefix <> ''),
    primary key (trunk, prefix)
);

-- What can be dialled inside a tenant. A number has one meaning, whatever its type.
create table extension (
    tenant text not null references tenant on delete cascade,
    number text not null check (number ~ '^[0-9]{1,15}$'),
    type   text not null check (type in ('phone', 'conference', 'ivr')),
    name   text not null,
    primary key (tenant, number),
    unique (tenant, number, type)
);

-- The settings of a conference extension, named as the API names them (R7). PINs are keyed hashes.
create table conference_settings (
    tenant               text    not null,
    number               text    not null,
    type                 text    not null default 'conference' check (type = 'conference'),
    pin_hash             text,
    moderator_pin_hash   text,
    max_members          integer not null default 100 check (max_members between 1 and 10000),
    announce_caller_name boolean not null default false,
    enter_sound          boolean not null default true,
    music_on_hold_sound  text,
    mute_non_moderator   boolean not null default false,
    record_enabled       boolean not null default false,
    end_policy           text    not null default 'last_leaves' check (end_policy in ('last_leaves', 'moderator_leaves')),
    wait_for_moderator   boolean not null default false,
    dynamic              boolean not null default false,
    primary key (tenant, number),
    foreign key (tenant, number, type) references extension (tenant, number, type) on delete cascade,
    -- R4: a moderator PIN only where a PIN is set. R15: a dynamic room is opened by its administrator's.
    constraint moderator_pin_needs_pin check (moderator_pin_hash is null or pin_hash is not null),
    constraint dynamic_needs_administrator check (not dynamic or moderator_pin_hash is not null)
);

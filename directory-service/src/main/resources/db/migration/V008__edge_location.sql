-- Where phones are registered. The tables are Kamailio's (usrloc, table version 9) and belong to its role; they are made
-- here so that one thing alone changes the database. The directory's role must be a member of Kamailio's.
set role kamailio;

create table kamailio.version (
    id            serial primary key,
    table_name    varchar(32) not null unique,
    table_version integer not null default 0
);

insert into kamailio.version (table_name, table_version) values ('version', 1), ('location', 9);

create table kamailio.location (
    id            serial primary key,
    ruid          varchar(64)  not null default '' unique,
    username      varchar(64)  not null default '',
    domain        varchar(64)  default null,
    contact       varchar(512) not null default '',
    received      varchar(128) default null,
    path          varchar(512) default null,
    expires       timestamp    not null,
    q             real         not null default 1.0,
    callid        varchar(255) not null,
    cseq          integer      not null default 1,
    last_modified timestamp    not null,
    flags         integer      not null default 0,
    cflags        integer      not null default 0,
    user_agent    varchar(255) not null default '',
    socket        varchar(64)  default null,
    methods       integer      default null,
    instance      varchar(255) default null,
    reg_id        integer      not null default 0,
    server_id     integer      not null default 0,
    connection_id integer      not null default 0,
    keepalive     integer      not null default 0,
    partition     integer      not null default 0
);

create index location_by_account on kamailio.location (username, domain, contact);
create index location_by_expiry on kamailio.location (expires);
create index location_by_connection on kamailio.location (server_id, connection_id);

reset role;

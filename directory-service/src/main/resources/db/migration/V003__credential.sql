-- What a phone registers with. The password itself is never stored: HA1 = H(username:domain:password), RFC 7616.
create table credential (
    tenant      text not null references tenant on delete cascade,
    username    text not null check (username ~ '^[A-Za-z0-9_.+-]{1,64}$'),
    extension   text not null,
    ha1         text not null check (ha1 ~ '^[0-9a-f]{32}$'),
    ha1_sha256  text not null check (ha1_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (tenant, username),
    foreign key (tenant, extension) references extension on delete cascade
);

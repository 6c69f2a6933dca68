-- An outside number (DID) and the extension it rings.
create table number (
    number      text primary key check (number ~ '^[+][0-9]{3,15}$'),
    tenant      text not null,
    destination text not null,
    foreign key (tenant, destination) references extension (tenant, number) on delete cascade
);

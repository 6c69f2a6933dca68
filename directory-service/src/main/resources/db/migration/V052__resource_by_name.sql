-- Numbers, trunks and tenants are found by their name alone: without this, each change that is published would read every
-- document there is.
create index resource_by_name on resource (kind, name);

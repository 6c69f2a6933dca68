-- Whoever withholds the number is anonymous to the tenant; the record keeps it for the provider.
alter table call_record add column withheld boolean not null default false;

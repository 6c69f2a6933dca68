-- Keys of entries that have changed or gone and are not yet on the topic. Written in the transaction of the change;
-- what is published is the entry as it is at that moment, so that doing it twice does no harm.
create table outbox (
    id        bigint generated always as identity primary key,
    entry_key text not null
);

-- What tenants may use is the operator's to say.

-- Only a source that is confirmed counts, so only those can be there but once: nobody keeps an address from its owner by
-- entering it. Of different owners not even a port and any port go together; that is checked under a lock.
update resource
set body = jsonb_build_object('number_format', 'e164', 'national_prefix', '0', 'international_prefix', '00') || body
    || jsonb_build_object('source_confirmed', tenant = '')
where kind = 'trunks';

drop index resource_trunk_source;
create unique index resource_trunk_source on resource ((body ->> 'source_address'), (body ->> 'source_port'))
    where kind = 'trunks' and body ->> 'source_confirmed' = 'true';

-- The numbers that tenants have had are allotted to them.
insert into resource (tenant, kind, name, body)
select tenant, 'number-ranges', name, jsonb_build_object('range', name, 'match', 'exact')
from resource where kind = 'numbers';

-- Numbers by what they begin with, whoever's they are.
create index resource_number_by_prefix on resource (name text_pattern_ops) where kind in ('numbers', 'number-ranges');

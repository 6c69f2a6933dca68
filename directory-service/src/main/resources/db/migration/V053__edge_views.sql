-- What the SIP edge may see of trunks. New: how a trunk writes numbers, and that a source address counts only once the
-- operator has confirmed it. An operator's trunk (tenant '') needs no confirmation.
drop view edge_trunk;

create view edge_trunk as
select name, tenant, body ->> 'host' as host, (body ->> 'port')::integer as port, body ->> 'transport' as transport,
       case when tenant = '' or coalesce((body ->> 'source_confirmed')::boolean, false)
           then body ->> 'source_address' end as source_address,
       (body ->> 'source_port')::integer as source_port,
       coalesce(body ->> 'number_format', 'e164') as number_format,
       coalesce(body ->> 'country_code', '') as country_code,
       coalesce(body ->> 'national_prefix', '0') as national_prefix,
       coalesce(body ->> 'international_prefix', '00') as international_prefix
from resource where kind = 'trunks';

grant select on edge_trunk to kamailio;

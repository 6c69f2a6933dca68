-- What the SIP edge may see, and nothing else: its role reads these views only. Same columns as before.
create view edge_domain as
select body ->> 'domain' as domain, name as tenant from resource where kind = 'tenants' and tenant = '';

create view edge_account as
select t.body ->> 'domain' as domain, c.name as username, c.tenant, c.body ->> 'extension' as extension,
       md5.value as ha1, sha256.value as ha1_sha256
from resource c
join resource t on t.kind = 'tenants' and t.tenant = '' and t.name = c.tenant
join secret md5 on md5.tenant = c.tenant and md5.kind = c.kind and md5.name = c.name and md5.field = 'password.md5'
join secret sha256
    on sha256.tenant = c.tenant and sha256.kind = c.kind and sha256.name = c.name and sha256.field = 'password.sha256'
where c.kind = 'credentials';

create view edge_trunk as
select name, tenant, body ->> 'host' as host, (body ->> 'port')::integer as port, body ->> 'transport' as transport,
       body ->> 'source_address' as source_address, (body ->> 'source_port')::integer as source_port
from resource where kind = 'trunks';

create view edge_number as
select n.name as number, n.tenant, t.body ->> 'domain' as domain
from resource n join resource t on t.kind = 'tenants' and t.tenant = '' and t.name = n.tenant
where n.kind = 'numbers';

revoke all on all tables in schema ${flyway:defaultSchema} from kamailio;
revoke all on all sequences in schema ${flyway:defaultSchema} from kamailio;
grant select on edge_domain, edge_account, edge_trunk, edge_number to kamailio;

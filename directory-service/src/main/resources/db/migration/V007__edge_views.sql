-- What the SIP edge may see, and nothing else: its role reads these views only.
create view edge_domain as
select domain, slug as tenant from tenant;

create view edge_account as
select t.domain, c.username, c.tenant, c.extension, c.ha1, c.ha1_sha256
from credential c join tenant t on t.slug = c.tenant;

create view edge_trunk as
select name, coalesce(tenant, '') as tenant, host, port, transport, source_address, coalesce(source_port, 0) as source_port
from trunk;

create view edge_number as
select n.number, n.tenant, t.domain from number n join tenant t on t.slug = n.tenant;

grant usage on schema ${flyway:defaultSchema} to kamailio;
revoke all on all tables in schema ${flyway:defaultSchema} from kamailio;
grant select on edge_domain, edge_account, edge_trunk, edge_number to kamailio;

package dev.parley.directory.credential;

import dev.parley.contracts.id.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What phones register with. */
@ApplicationScoped
public class Credentials implements PanacheRepositoryBase<CredentialRow, CredentialId> {
    /** Lets the phone of this extension register under the name, with the password behind the hash. */
    public void put(TenantId tenant, String username, String extension, Ha1 ha1) {
        getEntityManager().merge(new CredentialRow(new CredentialId(tenant.value(), username), extension, ha1));
    }
}

package dev.parley.directory.security;

import dev.parley.access.Area;
import dev.parley.access.Right;
import dev.parley.access.http.CurrentGrant;
import dev.parley.contracts.id.TenantId;
import jakarta.enterprise.context.RequestScoped;

/** May what its key or token grants; who has neither may nothing. */
@RequestScoped
public class GrantedCaller implements Caller {
    private final CurrentGrant grant;

    GrantedCaller(CurrentGrant grant) {
        this.grant = grant;
    }

    @Override
    public boolean operator() {
        return grant.get().map(it -> it.operator()).orElse(false);
    }

    @Override
    public boolean mayRead(TenantId tenant) {
        return may(tenant, Right.READ);
    }

    @Override
    public boolean mayWrite(TenantId tenant) {
        return may(tenant, Right.WRITE);
    }

    @Override
    public String name() {
        return grant.get().map(it -> it.name()).orElse("nobody");
    }

    private boolean may(TenantId tenant, Right right) {
        return grant.get().map(it -> it.allows(tenant, Area.DIRECTORY, right)).orElse(false);
    }
}

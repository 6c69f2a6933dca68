package dev.parley.directory.security;

import dev.parley.contracts.id.TenantId;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.RequestScoped;

/** Takes whoever reaches the service, which listens on loopback alone, for the operator; until callers are told apart. */
@DefaultBean
@RequestScoped
class OperatorAlone implements Caller {
    @Override
    public boolean operator() {
        return true;
    }

    @Override
    public boolean mayRead(TenantId tenant) {
        return true;
    }

    @Override
    public boolean mayWrite(TenantId tenant) {
        return true;
    }

    @Override
    public String name() {
        return "operator";
    }
}

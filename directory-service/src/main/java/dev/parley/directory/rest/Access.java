package dev.parley.directory.rest;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.Kinds;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Terms;
import dev.parley.directory.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what.
 *
 * <p>What somebody may not see is not there: of another tenant's documents nothing tells whether they exist, the work
 * done for the answer included.
 */
@ApplicationScoped
public class Access {
    private static final String TENANT = "[a-z0-9][a-z0-9-]{0,62}";

    private final Caller caller;
    private final Resources resources;
    private final Kinds kinds;

    Access(Caller caller, Resources resources, Kinds kinds) {
        this.caller = caller;
        this.kinds = kinds;
        this.resources = resources;
    }

    /** Goes on only for those to whom the tenant exists. */
    public void toRead(String tenant) {
        boolean named = tenant.matches(TENANT);
        // Asked in any case, so that it takes the same time.
        boolean there = named && resources.isTenant(tenant);
        boolean allowed = named && caller.mayRead(new TenantId(tenant));
        if (!there || !allowed) {
            throw new Refused(Problem.notFound());
        }
    }

    /** Goes on only for those who may change what the tenant has. */
    public void toWrite(String tenant) {
        toRead(tenant);
        if (!caller.mayWrite(new TenantId(tenant))) {
            throw forbidden();
        }
    }

    /** Goes on only for those who may change documents of the kind. */
    public void toWrite(String tenant, Kind<?> kind) {
        if (kind.operatorWrites()) {
            toOperate(tenant);
        } else {
            toWrite(tenant);
        }
    }

    /** Goes on only for operators; to those who may see the tenant, it is forbidden. */
    public void toOperate(String tenant) {
        toWrite(tenant);
        if (!caller.operator()) {
            throw forbidden();
        }
    }

    /** What applies to changes that the caller asks for. */
    public Terms terms() {
        return caller.operator() ? new Terms(true, false, Set.of()) : new Terms(false, false, operated());
    }

    /** Kinds that only operators change. */
    private Set<String> operated() {
        return kinds.all().stream()
                .filter(Kind::operatorWrites)
                .map(Kind::collection)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Goes on only for operators; to others, there is nothing of the kind. */
    public void asOperator() {
        if (!caller.operator()) {
            throw new Refused(Problem.notFound());
        }
    }

    /** Keys for repeating requests are nothing to other callers. */
    String name() {
        return caller.name();
    }

    private static Refused forbidden() {
        return new Refused(Problem.of(403, "forbidden", "Forbidden", "You may see this, but not change it"));
    }
}

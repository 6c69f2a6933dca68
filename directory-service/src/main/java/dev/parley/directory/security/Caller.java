package dev.parley.directory.security;

import dev.parley.contracts.id.TenantId;

/** Who is asking, and what of. One for each request. */
public interface Caller {
    /** Whether it runs the whole installation, and so may do everything. */
    boolean operator();

    /** Whether it may see what the tenant has. To whom the answer is no, the tenant does not exist. */
    boolean mayRead(TenantId tenant);

    /** Whether it may change what the tenant has. */
    boolean mayWrite(TenantId tenant);

    /** How the audit log calls it. */
    String name();
}

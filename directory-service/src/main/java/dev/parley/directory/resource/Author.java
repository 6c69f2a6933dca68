package dev.parley.directory.resource;

import dev.parley.directory.security.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom a change is written down to: who asked, or the service itself where nobody did. */
@ApplicationScoped
class Author {
    private static final String SERVICE = "directory-service";

    private final Caller caller;

    Author(Caller caller) {
        this.caller = caller;
    }

    String name() {
        return Arc.container().requestContext().isActive() ? caller.name() : SERVICE;
    }
}

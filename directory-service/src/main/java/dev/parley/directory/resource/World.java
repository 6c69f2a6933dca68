package dev.parley.directory.resource;

import java.util.Optional;

/** What else there is of one tenant, as it would be after the change. */
public interface World {
    <T> Optional<T> find(Kind<T> kind, String name);

    /** The SIP domain of the tenant, which passwords are hashed with. */
    String domain();
}

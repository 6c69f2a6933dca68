package dev.parley.access.http;

import dev.parley.access.Grant;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the one who asks may do; nothing before the door was passed. */
@RequestScoped
public class CurrentGrant {
    private @Nullable Grant grant;

    void set(Grant passed) {
        grant = passed;
    }

    public Optional<Grant> get() {
        return Optional.ofNullable(grant);
    }
}

package dev.parley.conference.application;

import dev.parley.conference.domain.Rejection;
import java.time.Duration;

/** Who counts what happens. */
public interface Watcher {
    void carriedOut(Duration took);

    void rejected(Rejection reason);

    void repeated();
}

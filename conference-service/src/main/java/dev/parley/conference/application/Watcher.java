package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Rejection;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.util.List;

/** Who counts what happens. */
public interface Watcher {
    void carriedOut(Duration took);

    void happened(RoomId room, List<ConferenceEvent> events);

    void rejected(Rejection reason);

    void repeated();
}

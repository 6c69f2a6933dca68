package dev.parley.contracts;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;

/** Whatever is said about a room. The Kafka key is {@link #room()}, so that one reader sees a room's messages in order. */
public interface RoomMessage {
    RoomId room();

    default TenantId tenant() {
        return room().tenant();
    }
}

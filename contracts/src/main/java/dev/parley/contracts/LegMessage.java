package dev.parley.contracts;

import dev.parley.contracts.id.LegId;

/** Whatever is said about one leg in a room. */
public interface LegMessage extends RoomMessage {
    LegId leg();
}

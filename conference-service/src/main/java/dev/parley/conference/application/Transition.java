package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decision;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;

/** What a command made of a room. */
public record Transition(RoomId room, Instant now, Decision decision, ConferenceState after) {}

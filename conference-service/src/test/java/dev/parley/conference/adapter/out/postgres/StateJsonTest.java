package dev.parley.conference.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.PinEntry;
import dev.parley.conference.domain.Role;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.conference.domain.Roster;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Snapshots once written must be read for ever: the files are never changed, only added to. */
class StateJsonTest {
    private static final ConferenceState LIVE = new ConferenceState.Live(
            7,
            new RoomPolicy(true, 20, false, "en", 3, Duration.ofSeconds(10)),
            new Roster(List.of(
                    new Leg.Member(new LegId("l1"), 0, "801", true, new ParticipantId("p1"), Role.MODERATOR),
                    new Leg.EnteringPin(new LegId("l2"), 1, "802", false, new PinEntry(2, "12")),
                    new Leg.Opening(new LegId("l3"), 1, "803", false, true),
                    new Leg.Leaving(new LegId("l4"), 1, "804", false))),
            new ConferenceId("c1"),
            9);

    @Test
    void aLiveRoomOfVersionOneIsReadForEver() throws IOException {
        assertThat(StateJson.read(file("live-v1"))).isEqualTo(LIVE);
    }

    @Test
    void anIdleRoomOfVersionOneIsReadForEver() throws IOException {
        assertThat(StateJson.read(file("idle-v1"))).isEqualTo(new ConferenceState.Idle(7));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        assertThat(StateJson.read(StateJson.write(LIVE))).isEqualTo(LIVE);
    }

    @Test
    void aSnapshotOfALaterVersionIsNotGuessedAt() {
        assertThatThrownBy(() -> StateJson.read("{\"version\": 2, \"state\": {}}"))
                .hasMessageContaining("version 1, but it is 2");
    }

    private static String file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(StateJsonTest.class.getResourceAsStream("/snapshots/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

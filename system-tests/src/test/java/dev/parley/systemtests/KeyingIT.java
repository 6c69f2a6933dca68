package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceLocked;
import dev.parley.contracts.conference.ParticipantEvent.ParticipantMuted;
import dev.parley.contracts.conference.ParticipantEvent.ParticipantUnmuted;
import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Keypad;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Call.Keys;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.TopicTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R24: keys count once, however they come; as events and by INFO they reach no ear")
class KeyingIT {
    /** As events or in SIP, keys are no sound at all. */
    private static final double NOTHING = -50;
    /** A tone is sound until it is known to be a key: of all that was pressed, fewer frames of 20 ms pass than this a key. */
    private static final int FRAMES_UNTIL_KNOWN = 3;

    private static final int AUDIBLE = 500;
    private static final String KEYS = "*1*1*94";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Entrance entrance;
    private Spoken spoken;
    private TopicTail<ConferenceEvent> story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        entrance = new Entrance(system);
        spoken = new Spoken(system);
        story = TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class);
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
        story.close();
    }

    @ParameterizedTest
    @EnumSource(Keys.class)
    void eachWayCountsOnceAndIsNotHeard(Keys way) {
        String room = rooms.room("971", PINS);
        Call one = entrance.comesIn("801", room, MODERATOR_PIN, way);
        Call other = entrance.comesIn("802", room, PIN);
        Call third = entrance.comesIn("803", room, PIN);
        List<Call> listeners = List.of(other, third);
        spoken.awaitQuiet(List.of(one, other, third));
        long before = System.nanoTime();

        one.presses("*1", way);
        spoken.awaitSaid(one, before, "muted");
        one.presses("*1", way);
        spoken.awaitSaid(one, before, "muted", "unmuted");
        // What comes last is told last: had a key counted twice, its effect would have been told before.
        one.presses("*94", way);
        assertThat(story.await(ConferenceLocked.class, _ -> true, SOON)).isPresent();

        assertThat(story.all(ParticipantMuted.class)).hasSize(1);
        assertThat(story.all(ParticipantUnmuted.class)).hasSize(1);
        for (Call listener : listeners) {
            assertThat(listener.ear().packetsThatAreNoAudio()).isZero();
            assertNotHeard(listener.name(), listener.ear().since(before), way);
        }
    }

    private static void assertNotHeard(String listener, Sound heard, Keys way) {
        if (way == Keys.IN_BAND) {
            assertThat(loudFrames(heard.samples()))
                    .as("frames of keys in the ear of %s", listener)
                    .isLessThanOrEqualTo(FRAMES_UNTIL_KNOWN * KEYS.length());
            return;
        }
        for (Tone tone : tonesOf(KEYS)) {
            assertThat(heard.loudest(tone))
                    .as("%s in the ear of %s", tone, listener)
                    .isLessThan(NOTHING);
        }
    }

    private static long loudFrames(short[] heard) {
        return IntStream.range(0, heard.length / AudioSource.FRAME)
                .filter(frame -> IntStream.range(frame * AudioSource.FRAME, (frame + 1) * AudioSource.FRAME)
                        .anyMatch(at -> Math.abs(heard[at]) > AUDIBLE))
                .count();
    }

    private static Set<Tone> tonesOf(String keys) {
        return keys.chars()
                .mapToObj(key -> Keypad.pair((char) key))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}

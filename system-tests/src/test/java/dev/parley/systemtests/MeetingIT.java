package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Listener;
import dev.parley.systemtests.world.TopicTail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Must show 1 and 2: phones of another maker meet in a room, and two tenants have two rooms")
class MeetingIT {
    @TempDir
    private Path folder;

    private RunningSystem system;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
    }

    @AfterEach
    void part() {
        system.close();
    }

    @Test
    void threeHearEachOtherUntilTheLastLeavesAndNothingRemains() {
        try (TopicTail<ConferenceEvent> events =
                TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class)) {
            List<Baresip> phones = Stream.of("801", "802", "803")
                    .map(user -> system.baresip("demo", user, Codec.PCMU)
                            .calls("910")
                            .awaitAnswered())
                    .toList();
            assertAllHearEachOther(phones);

            phones.getFirst().hangsUp();
            assertAllHearEachOther(phones.subList(1, 3));

            phones.subList(1, 3).forEach(Baresip::hangsUp);
            ConferenceEnded end = events.await(ConferenceEnded.class, ended -> true, SOON)
                    .orElseThrow(() -> new AssertionError("No ConferenceEnded among " + events.noted()));
            assertThat(events.all(ParticipantJoined.class)).hasSize(3);
            assertThat(events.all(ParticipantLeft.class)).hasSize(3);
            assertThat(system.conferences().isOver(end.conference().toString())).isTrue();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(system.media().callsOf("demo:910")).isEmpty());
        }
    }

    @Test
    void roomsOfTwoTenantsWithTheSameNumberAreTwoRooms() {
        List<Listener> everybody = new ArrayList<>();
        for (String user : List.of("801", "802")) {
            everybody.add(
                    system.phones().phone("demo", user).registers().calls("910").awaitAnswered());
        }
        for (String user : List.of("801", "802")) {
            everybody.add(
                    system.phones().phone("acme", user).registers().calls("910").awaitAnswered());
        }

        assertHearing(everybody, (listener, speaker) -> listener.endsWith("@acme") == speaker.endsWith("@acme"));
    }
}

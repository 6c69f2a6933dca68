package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.ConferenceStory;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A conference from its first to its last participant, on the whole running system. */
class ConferringIT {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration GREETING = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final World world = World.read(Path.of(System.getProperty("parley.world", "../.parley/demo.json")));
    private final TestPhones phones = new TestPhones(world);

    @AfterEach
    void hangUpAll() {
        phones.close();
    }

    @Test
    void everybodyHearsEverybodyElseUntilTheLastHasLeft() {
        try (ConferenceStory story = new ConferenceStory(world.kafka(), new RoomId("demo:910"), event -> {})) {
            List<Call> calls = Stream.of("801", "802", "803")
                    .map(user ->
                            phones.phone("demo", user).registers().calls("910").awaitAnswered())
                    .toList();
            assertEverybodyHearsEverybodyElse(calls);
            assertThat(calls)
                    .allSatisfy(
                            call -> assertThat(call.listens(MOMENT).streams()).isEqualTo(1));

            Call first = calls.getFirst();
            List<Call> others = calls.subList(1, 3);
            first.hangsUp();
            assertThat(story.await(ParticipantLeft.class, 1, SOON)).isPresent();
            assertEverybodyHearsEverybodyElse(others);
            assertThat(others)
                    .allSatisfy(call ->
                            assertThat(call.listens(MOMENT).level(first.tone())).isLessThan(-45));

            others.forEach(Call::hangsUp);
            assertThat(story.await(ConferenceEnded.class, 1, SOON)).isPresent();
            assertThat(story.told(ConferenceStarted.class)).hasSize(1);
            assertThat(story.told(ParticipantJoined.class))
                    .extracting(ParticipantJoined::number)
                    .containsExactly("801", "802", "803");
            assertThat(story.told(ParticipantLeft.class)).hasSize(3);
            assertThat(story.told())
                    .extracting(ConferenceEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 8).boxed().toList());
        }
    }

    // The greeting of whoever has just come is heard over the tones for a while.
    private static void assertEverybodyHearsEverybodyElse(List<Call> calls) {
        await().atMost(GREETING)
                .untilAsserted(
                        () -> assertThat(HearingMatrix.measure(MOMENT, calls).faults())
                                .isEmpty());
    }
}

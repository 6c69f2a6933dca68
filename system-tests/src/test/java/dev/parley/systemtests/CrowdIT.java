package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.Attendance;
import dev.parley.systemtests.world.RoomMix;
import dev.parley.systemtests.world.Triangle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R8, R29: sixty call at once into twenty seats")
class CrowdIT {
    private static final int CALLERS = 60;
    private static final int SEATS = 20;
    private static final String ROOM = "943";
    private static final String ROOM_ID = "demo:" + ROOM;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofSeconds(45);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Triangle triangle;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        triangle = new Triangle(system.world(), ROOM_ID);
        rooms.room(ROOM, "\"max_members\": " + SEATS);
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
        triangle.close();
    }

    @Test
    @DisplayName(
            "R8, R29: exactly as many get in as there are seats; a seat that is left is taken again; in the end all counts are zero")
    void asManyAsThereAreSeats() {
        List<TestPhone> phones = IntStream.rangeClosed(801, 806)
                .mapToObj(user ->
                        system.phones().phone("demo", String.valueOf(user)).remembering(MEMORY))
                .toList();
        Reaching.awaitAnswer(phones.getFirst(), ROOM);
        awaitPresent(0);
        int earlier = triangle.story().told(ParticipantLeft.class).size();
        long before = System.nanoTime();
        List<Call> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> phones.get(i % phones.size()).calls(ROOM))
                .toList();
        List<Call> in = new ArrayList<>();
        List<Call> out = new ArrayList<>();
        calls.forEach(call -> (isIn(call) ? in : out).add(call));
        new Narrator()
                .line("%d INVITEs within %d ms, with credentials within %d ms"
                        .formatted(
                                CALLERS,
                                spread(calls, Call::invitedAt).toMillis(),
                                spread(calls, Call::credentialsSentAt).toMillis()));

        assertThat(in).hasSize(SEATS);
        awaitPresent(SEATS);
        Recognition recognition = new Recognition(system);
        assertThat(out).hasSize(CALLERS - SEATS).allSatisfy(call -> {
            assertThat(call.awaitRefused(SOON)).isEqualTo(486);
            recognition.assertSaid(call, before, "conference-full");
        });

        in.removeFirst().hangsUp();
        assertThat(triangle.story().await(ParticipantLeft.class, earlier + 1, SOON)).isPresent();
        in.add(phones.getFirst().calls(ROOM).awaitAnswered());
        assertThat(phones.getLast().calls(ROOM).awaitRefused(A_WHILE)).isEqualTo(486);
        awaitPresent(SEATS);
        assertThat(triangle.story().told(ParticipantJoined.class)).hasSize(earlier + SEATS + 1);

        in.forEach(Call::hangsUp);
        awaitPresent(0);
        assertThat(triangle.attendance()).isEqualTo(Attendance.NOBODY);
        assertThat(triangle.mix()).isEqualTo(RoomMix.NONE);
        assertThat(triangle.story().told(ParticipantLeft.class)).hasSize(earlier + SEATS + 1);
    }

    private static boolean isIn(Call call) {
        try {
            call.awaitAnswered(A_WHILE);
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }

    private static Duration spread(List<Call> calls, Function<Call, Instant> when) {
        List<Instant> times =
                calls.stream().map(when).sorted(Comparator.naturalOrder()).toList();
        return Duration.between(times.getFirst(), times.getLast());
    }

    private void awaitPresent(int count) {
        await(count + " are in, by every account").atMost(A_WHILE).untilAsserted(() -> {
            assertThat(system.conferences().present(ROOM_ID)).as("database").isEqualTo(count);
            assertThat(triangle.attendance().members()).as("API").hasSize(count);
            assertThat(triangle.mix().legs()).as("rtpengine").hasSize(count);
            assertThat(triangle.disagreements()).isEmpty();
        });
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.Attendance;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.RoomMix;
import dev.parley.systemtests.world.TopicTail;
import dev.parley.systemtests.world.Triangle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final String NUMBER = "+4930900943";
    private static final String NUMBER_PATH = "/tenants/demo/numbers/" + NUMBER;
    private static final int AUDIBLE = 500;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofSeconds(45);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private RestApi directory;
    private Triangle triangle;
    private TopicTail<MediaCommand> commands;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        directory = RestApi.directory(system.world(), "demo");
        triangle = new Triangle(system.world(), ROOM_ID);
        commands = TopicTail.of(system.world(), Topics.MEDIA_COMMANDS, MediaCommand.class);
        rooms.room(ROOM, "\"max_members\": " + SEATS);
        assertThat(directory
                        .put(NUMBER_PATH, "{\"destination\": \"%s\"}".formatted(ROOM))
                        .statusCode())
                .isIn(200, 201);
    }

    @AfterEach
    void part() {
        system.close();
        directory.delete(NUMBER_PATH);
        directory.close();
        rooms.close();
        triangle.close();
        commands.close();
    }

    @Test
    @DisplayName(
            "R8, R29: exactly as many get in as there are seats; a seat that is left is taken again; in the end all counts are zero")
    void asManyAsThereAreSeats() {
        TestPhone carrier = system.phones().carrier("pstn", "+4930123456").remembering(MEMORY);
        Reaching.awaitAnswer(carrier, NUMBER);
        // A smaller crowd first: services that have just been started are slow with what they do for the first time.
        TestPhone.callTogether(Collections.nCopies(SEATS, carrier), NUMBER).forEach(Reaching::answers);
        awaitPresent(0);
        int earlier = triangle.story().told(ParticipantLeft.class).size();
        long before = System.nanoTime();

        List<Call> calls = TestPhone.callTogether(Collections.nCopies(CALLERS, carrier), NUMBER);

        List<Call> in = new ArrayList<>();
        List<Call> out = new ArrayList<>();
        calls.forEach(call -> (isIn(call) ? in : out).add(call));
        new Narrator()
                .line("%d INVITEs within %d ms".formatted(CALLERS, spread(calls).toMillis()));
        assertThat(in).hasSize(SEATS);
        assertThat(out).hasSize(CALLERS - SEATS).allSatisfy(call -> assertRefused(call, before));
        assertThat(commands.all(MediaCommand.PlayPrompt.class))
                .filteredOn(command -> command.prompts().equals(List.of("conference-full")))
                .as("all of them were told why")
                .hasSize(CALLERS - SEATS);
        // Forty prompts at once: a machine that has other things to do may stumble over some.
        assertThat(out).filteredOn(call -> isFullSaid(call, before)).hasSizeGreaterThan(out.size() / 2);
        awaitPresent(SEATS);

        in.removeFirst().hangsUp();
        assertThat(triangle.story().await(ParticipantLeft.class, earlier + 1, SOON))
                .isPresent();
        TestPhone next = system.phones().phone("demo", "801");
        in.add(next.calls(ROOM).awaitAnswered());
        assertThat(next.calls(ROOM).awaitRefused(A_WHILE)).isEqualTo(486);
        awaitPresent(SEATS);
        assertThat(triangle.story().told(ParticipantJoined.class)).hasSize(earlier + SEATS + 1);

        in.forEach(Call::hangsUp);
        awaitPresent(0);
        assertThat(triangle.attendance()).isEqualTo(Attendance.NOBODY);
        assertThat(triangle.mix()).isEqualTo(RoomMix.NONE);
        assertThat(triangle.story().told(ParticipantLeft.class)).hasSize(earlier + SEATS + 1);
    }

    private static void assertRefused(Call call, long before) {
        assertThat(call.awaitRefused(SOON)).isEqualTo(486);
        assertThat(call.ear().since(before).peak()).as("it was told something").isGreaterThan(AUDIBLE);
    }

    private boolean isFullSaid(Call call, long before) {
        return new Recognition(system).isSaid(call, before, "conference-full");
    }

    private static boolean isIn(Call call) {
        try {
            call.awaitAnswered(A_WHILE);
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }

    private static Duration spread(List<Call> calls) {
        List<Instant> times = calls.stream().map(Call::invitedAt).sorted().toList();
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

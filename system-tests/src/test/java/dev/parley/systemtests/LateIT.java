package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.Triangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R26: who comes late into a muted room is not heard from its first packet on, however it comes")
class LateIT {
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    // A single packet of the tone is -11 dB of a tenth of a second; what a stumbling machine makes of other tones is
    // less.
    private static final double NOT_EVEN_SHORTLY = -20;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Triangle triangle;
    private Call moderator;
    private Call participant;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        triangle = new Triangle(system.world(), "demo:942");
        rooms.room("942", PINS);
        Reaching.awaitAnswer(phone("804"), "942");
        moderator = Entrance.enters(phone("801"), "942", MODERATOR_PIN);
        participant = Entrance.enters(phone("802"), "942", PIN);
        assertAllHearEachOther(List.of(moderator, participant));
        moderator.presses("*92");
        assertHearing(List.of(moderator, participant), (_, speaker) -> speaker.equals(moderator.name()));
        // What the moderator is told of it has something of every tone.
        new Recognition(system).awaitQuiet(moderator);
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
        triangle.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    @Test
    @DisplayName("R26: by itself, with the PIN")
    void whoCallsIn() {
        long before = System.nanoTime();

        Call late = Entrance.enters(phone("803"), "942", PIN);

        assertUnheard(late, before, moderator, participant);
        moderator.presses("*93");
        assertAllHearEachOther(List.of(moderator, participant, late));
    }

    @Test
    @DisplayName("R14, R26: called in from outside, with early media before its answer")
    void whoIsCalledIn() {
        TestPhone carrier = system.phones().carrier("pstn", "+4930123456");
        long before = System.nanoTime();
        moderator.presses("*80049301234567#");

        Call late = carrier.awaitCall(A_WHILE).playsEarly();
        await("its early media is in the mix, and muted").atMost(SOON).untilAsserted(() -> {
            assertThat(triangle.attendance().invited())
                    .hasSize(1)
                    .allSatisfy((_, one) -> assertThat(one.stage()).isEqualTo("early_media"));
            assertThat(triangle.disagreements()).isEmpty();
        });
        late.listens(MOMENT);
        late.answers();

        // The moderator is told how the call goes, in words that have something of every tone.
        assertUnheard(late, before, participant);
        moderator.presses("*93");
        assertAllHearEachOther(List.of(moderator, participant, late));
    }

    private void assertUnheard(Call late, long before, Call... listeners) {
        List<Call> everybody = List.of(moderator, participant, late);
        assertHearing(everybody, (_, speaker) -> speaker.equals(moderator.name()));
        await("API, events and rtpengine agree")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(triangle.disagreements()).isEmpty());
        assertThat(triangle.attendance().members().values())
                .filteredOn(member -> member.role().equals("participant"))
                .hasSize(2)
                .allSatisfy(member -> assertThat(member.mutedBy()).isEqualTo(Set.of("policy")));
        for (Call listener : listeners) {
            Sound heard = listener.ear().since(before);
            assertThat(heard.packets()).as("%s was listening", listener.name()).isPositive();
            assertThat(heard.level(late.tone()))
                    .as("%s, on the whole", listener.name())
                    .isLessThan(Levels.NOT_HEARD);
            assertThat(heard.loudest(late.tone()))
                    .as("%s, at any moment since before the INVITE", listener.name())
                    .isLessThan(NOT_EVEN_SHORTLY);
        }
    }
}

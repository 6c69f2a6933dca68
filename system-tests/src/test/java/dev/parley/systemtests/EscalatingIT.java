package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEscalated;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.ConferenceStory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R21: two who talk become a conference")
class EscalatingIT {
    private static final String OUTSIDER = "+4930123456";
    private static final String PASSWORD = "9999#";
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration LARGEST_GAP = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private ConferenceStory story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        story = new ConferenceStory(system.world().kafka(), new RoomId("demo:900"), _ -> {});
    }

    @AfterEach
    void part() {
        system.close();
        story.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    /** Two who talk: the caller first. */
    private List<Call> two(boolean outside) {
        TestPhone other = outside ? system.phones().carrier("pstn", OUTSIDER) : phone("802");
        Call caller = phone("801").calls(outside ? OUTSIDER : "802");
        Call called = other.awaitCall(A_WHILE).answers();
        caller.awaitAnswered();
        assertAllHearEachOther(List.of(caller, called));
        return List.of(caller, called);
    }

    private void isEscalated() {
        assertThat(story.await(ConferenceEscalated.class, 1, A_WHILE)).isPresent();
    }

    @ParameterizedTest(name = "R21: pressed by {0}, the other is outside: {1}")
    @CsvSource({"caller, false", "called, false", "caller, true", "called, true"})
    void whoeverPresses(String presser, boolean outside) {
        List<Call> both = two(outside);
        Call pressing = both.get(presser.equals("caller") ? 0 : 1);

        pressing.presses("*0");
        long from = System.nanoTime();
        pressing.presses(PASSWORD);
        isEscalated();
        assertAllHearEachOther(both);

        for (Call call : both) {
            Sound sound = call.ear().since(from);
            assertThat(sound.largestGap()).as("gap at %s", call.name()).isLessThan(LARGEST_GAP);
            assertThat(sound.streams()).as("streams at %s", call.name()).isEqualTo(1);
        }
        pressing.hangsUp();
        both.stream().filter(call -> call != pressing).forEach(Call::hangsUp);
        assertThat(story.await(ConferenceEnded.class, 1, A_WHILE)).isPresent();
    }

    @Test
    @DisplayName("R15, R21: others dial the room's number and join")
    void othersJoin() {
        List<Call> both = two(false);
        both.getFirst().presses("*0").presses(PASSWORD);
        isEscalated();

        Call guest = Entrance.enters(phone("803"), "900", "1111");

        assertAllHearEachOther(List.of(both.getFirst(), both.getLast(), guest));
        both.getFirst().hangsUp();
        assertAllHearEachOther(List.of(both.getLast(), guest));
    }

    @Test
    @DisplayName("R21: a telephone of another maker presses the keys")
    void aTelephoneOfAnotherMaker() {
        TestPhone other = phone("802");
        Baresip baresip = system.baresip("demo", "801", Codec.PCMA).calls("802");
        Call called = other.awaitCall(A_WHILE).answers();
        baresip.awaitAnswered();
        assertAllHearEachOther(List.of(baresip, called));

        baresip.presses("*0").presses(PASSWORD);
        isEscalated();

        assertAllHearEachOther(List.of(baresip, called));
        called.hangsUp();
        baresip.hangsUp();
    }

    @Test
    @DisplayName("R21: a wrong password, and the call goes on")
    void aWrongPassword() {
        List<Call> both = two(false);

        both.getFirst().presses("*0").presses("1234#");

        assertAllHearEachOther(both);
        assertThat(story.told()).isEmpty();
        both.getLast().hangsUp();
        both.getFirst().awaitHungUp();
    }

    @ParameterizedTest(name = "R21: {0} hangs up during the password")
    @CsvSource({"caller", "called"})
    void somebodyHangsUpDuringThePassword(String who) {
        List<Call> both = two(false);
        both.getFirst().presses("*0").presses("99");

        both.get(who.equals("caller") ? 0 : 1).hangsUp();

        both.get(who.equals("caller") ? 1 : 0).awaitHungUp();
        assertThat(story.told()).isEmpty();
    }

    @Test
    @DisplayName("All other keys reach the other side, as RFC 4733 events")
    void keysGoThrough() {
        List<Call> both = two(true);

        both.getFirst().presses("5");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(both.getLast().ear().packetsThatAreNoAudio()).isPositive());
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.rtp.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R7: names, the sound of coming in, music, waiting for a moderator, the end")
class NamingIT {
    private static final Duration NAME = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int AUDIBLE = 500;
    private static final int NOTHING = 100;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Spoken spoken;
    private long begun;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        spoken = new Spoken(system);
        begun = System.nanoTime();
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
    }

    private Call calls(String user, String room) {
        Call call = system.phones().phone("demo", user).registers().calls(room).awaitAnswered();
        call.says(AudioSource.silence());
        return call;
    }

    private Call saysNoName(String user, String room) {
        long before = System.nanoTime();
        Call call = calls(user, room);
        spoken.awaitSaid(call, before, "say-name", "beep");
        call.presses("#");
        spoken.awaitSaid(call, before, "beep", "welcome");
        return call;
    }

    @Test
    @DisplayName("R7: announce_caller_name asks for a name, and all who are in hear it")
    void aNameIsPlayedToAll() {
        String room = rooms.room("961", "\"announce_caller_name\": true");
        Call one = saysNoName("801", room);
        Call other = saysNoName("802", room);
        spoken.awaitQuiet(List.of(one, other));
        long before = System.nanoTime();
        Call newcomer = calls("803", room);
        spoken.awaitSaid(newcomer, before, "say-name", "beep");

        newcomer.says(AudioSource.tone(newcomer.tone()));
        Pause.of(NAME);
        for (Call member : List.of(one, other)) {
            assertThat(member.ear().since(before).loudest(newcomer.tone()))
                    .as("the name in the ear of %s while it is being said", member.name())
                    .isLessThan(Levels.NOT_HEARD);
        }
        newcomer.says(AudioSource.silence());
        newcomer.presses("#");

        for (Call member : List.of(one, other)) {
            spoken.awaitSaid(member, before, "has-joined");
            Sound heard = member.ear().since(before);
            assertThat(heard.loudest(newcomer.tone()))
                    .as("the name in the ear of %s", member.name())
                    .isGreaterThan(Levels.HEARD);
        }
        spoken.awaitSaid(newcomer, before, "welcome");
        assertThat(spoken.isSaid(newcomer, before, "has-joined")).isFalse();
    }

    @Test
    @DisplayName("R7: who says no name comes in without one")
    void whoSaysNothingComesInAllTheSame() {
        String room = rooms.room("962", "\"announce_caller_name\": true");
        Call one = saysNoName("801", room);
        spoken.awaitQuiet(List.of(one));
        long before = System.nanoTime();
        Call shy = calls("802", room);

        spoken.awaitSaid(shy, before, "say-name", "beep", "welcome");

        spoken.awaitSaid(one, before, "enter");
        assertThat(spoken.isSaid(one, before, "has-joined")).isFalse();
    }

    @Test
    @DisplayName("R7: enter_sound is heard by those who are in, each time; by itself it is a short one")
    void theSoundOfComingIn() {
        String room = rooms.room("963", "");
        String still = rooms.room("964", "\"enter_sound\": \"none\"");
        Call one = calls("801", room);
        Call undisturbed = calls("804", still);
        spoken.awaitSaid(one, begun, "welcome", "only-one");
        spoken.awaitSaid(undisturbed, begun, "welcome", "only-one");
        spoken.awaitQuiet(List.of(one, undisturbed));
        long before = System.nanoTime();

        Call other = calls("802", room);
        Call third = calls("803", room);
        Call company = calls("805", still);

        spoken.awaitSaid(one, before, "enter", "enter");
        spoken.awaitSaid(third, before, "welcome");
        assertThat(spoken.isSaid(third, before, "enter")).isFalse();
        spoken.awaitSaid(company, before, "welcome");
        assertThat(undisturbed.ear().since(before).peak()).isLessThan(NOTHING);
        assertThat(other.isUp()).isTrue();
    }

    @Test
    @DisplayName("R7: music_on_hold_sound, the tenant's own too, while exactly one is in, and then again")
    void musicWhileExactlyOneIsIn() {
        String room = rooms.room("965", "\"music_on_hold_sound\": \"music\"");
        Call one = calls("801", room);
        awaitMusic(one);
        Call other = calls("802", room);
        spoken.awaitQuiet(List.of(one, other));

        other.hangsUp();

        awaitMusic(one);
    }

    // Longer than any prompt: music has no end.
    private static void awaitMusic(Call alone) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(soundsOn(alone)).as("music").isTrue());
    }

    private static boolean soundsOn(Call alone) {
        for (int second = 0; second < 6; second++) {
            if (alone.listens(MOMENT).peak() < AUDIBLE) {
                return false;
            }
        }
        return true;
    }

    @Test
    @DisplayName("R7: with wait_for_moderator nobody hears anybody before a moderator is in")
    void waitingForAModerator() {
        String room = rooms.room("966", PINS + ", \"wait_for_moderator\": true");
        long before = System.nanoTime();
        Call one = calls("801", room).presses(PIN + "#");
        Call other = calls("802", room).presses(PIN + "#");
        spoken.awaitSaid(one, before, "waiting-for-moderator");
        spoken.awaitSaid(other, before, "waiting-for-moderator");
        List.of(one, other).forEach(call -> call.says(AudioSource.tone(call.tone())));
        assertHearing(List.of(one, other), (_, _) -> false);

        Call moderator = calls("803", room).presses(MODERATOR_PIN + "#");
        moderator.says(AudioSource.tone(moderator.tone()));

        assertAllHearEachOther(List.of(one, other, moderator));
    }

    @Test
    @DisplayName("R7: with the end policy moderator_leaves the last moderator takes all along")
    void theModeratorTakesAllAlong() {
        String room = rooms.room("967", PINS + ", \"end_policy\": \"moderator_leaves\"");
        Call moderator = calls("801", room).presses(MODERATOR_PIN + "#");
        Call participant = calls("802", room).presses(PIN + "#");
        spoken.awaitSaid(participant, begun, "welcome");
        spoken.awaitSaid(moderator, begun, "welcome");
        long before = System.nanoTime();

        moderator.hangsUp();

        spoken.awaitSaid(participant, before, "conference-ended");
        participant.awaitHungUp(SOON);
    }

    @Test
    @DisplayName("R7: otherwise the conference goes on without its moderator")
    void otherwiseItGoesOn() {
        String room = rooms.room("968", PINS);
        Call moderator = calls("801", room).presses(MODERATOR_PIN + "#");
        Call one = calls("802", room).presses(PIN + "#");
        Call other = calls("803", room).presses(PIN + "#");
        List.of(moderator, one, other).forEach(call -> call.says(AudioSource.tone(call.tone())));
        assertAllHearEachOther(List.of(moderator, one, other));

        moderator.hangsUp();

        assertAllHearEachOther(List.of(one, other));
    }
}

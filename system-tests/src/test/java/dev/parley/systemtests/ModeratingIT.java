package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

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

@DisplayName("R3 to R8 and R26: PINs, and what a moderator's keys do")
class ModeratingIT {
    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int AUDIBLE = 500;
    private static final double NOT_HEARD = -45;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Entrance entrance;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        entrance = new Entrance(system);
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
    }

    @Test
    @DisplayName("R3: three wrong PINs are told goodbye and hung up on")
    void threeWrongPins() {
        String room = rooms.room("931", PINS);
        Call caller = entrance.calls("801", room).awaitAnswered();

        caller.presses("1397#");
        caller.presses("1398#");
        caller.presses("1399#");

        caller.awaitHungUp(A_WHILE);
    }

    @Test
    @DisplayName("R3, R4: the PIN lets in, * starts over")
    void thePinLetsIn() {
        String room = rooms.room("932", PINS);
        Call one = entrance.enters("801", room, PIN);
        Call other = entrance.enters("802", room, "99*" + PIN);

        assertAllHearEachOther(List.of(one, other));
    }

    @Test
    @DisplayName("R5, R26: *92 mutes all but moderators, latecomers too; *93 takes it back")
    void mutingAll() {
        String room = rooms.room("933", PINS);
        Call moderator = entrance.enters("801", room, MODERATOR_PIN);
        Call participant = entrance.enters("802", room, PIN);
        assertAllHearEachOther(List.of(moderator, participant));

        moderator.presses("*92");
        assertHearing(List.of(moderator, participant), (listener, speaker) -> speaker.equals(moderator.name()));
        long before = System.nanoTime();
        Call latecomer = entrance.enters("803", room, PIN);
        assertHearing(
                List.of(moderator, participant, latecomer), (listener, speaker) -> speaker.equals(moderator.name()));
        for (Call listener : List.of(moderator, participant)) {
            Sound heard = listener.ear().since(before);
            assertThat(heard.level(latecomer.tone()))
                    .as("%s hears a latecomer from its first packet on", listener.name())
                    .isLessThan(NOT_HEARD);
        }

        moderator.presses("*93");
        assertAllHearEachOther(List.of(moderator, participant, latecomer));
    }

    @Test
    @DisplayName("R5: a participant's *92 and *94 do nothing")
    void participantsHaveNoSuchKeys() {
        String room = rooms.room("934", PINS);
        Call moderator = entrance.enters("801", room, MODERATOR_PIN);
        Call participant = entrance.enters("802", room, PIN);

        participant.presses("*92").presses("*94");

        Call latecomer = entrance.enters("803", room, PIN);
        assertAllHearEachOther(List.of(moderator, participant, latecomer));
    }

    @Test
    @DisplayName("R5, R8: *94 locks and unlocks the room")
    void locking() {
        String room = rooms.room("935", PINS);
        Call moderator = entrance.enters("801", room, MODERATOR_PIN);
        Call participant = entrance.enters("802", room, PIN);
        assertAllHearEachOther(List.of(moderator, participant));

        moderator.presses("*94");
        // The room is locked once the moderator hears so; then nobody hears anything but the tones again.
        assertAllHearEachOther(List.of(moderator, participant));
        assertThat(entrance.calls("803", room).awaitRefused(SOON)).isEqualTo(403);

        moderator.presses("*94");
        assertAllHearEachOther(List.of(moderator, participant));
        Call latecomer = entrance.enters("803", room, PIN);
        assertAllHearEachOther(List.of(moderator, participant, latecomer));
    }

    @Test
    @DisplayName("R5: *91 drops the last who joined, *99# ends it for all")
    void droppingAndEnding() {
        String room = rooms.room("936", PINS);
        Call moderator = entrance.enters("801", room, MODERATOR_PIN);
        Call first = entrance.enters("802", room, PIN);
        assertAllHearEachOther(List.of(moderator, first));
        Call last = entrance.enters("803", room, PIN);
        assertAllHearEachOther(List.of(moderator, first, last));

        moderator.presses("*91");
        last.awaitHungUp(A_WHILE);
        assertAllHearEachOther(List.of(moderator, first));

        moderator.presses("*99#");
        first.awaitHungUp(A_WHILE);
        moderator.awaitHungUp(A_WHILE);
    }

    @Test
    @DisplayName("R6: *1 mutes and unmutes oneself")
    void mutingOneself() {
        Call one = entrance.calls("801", "910").awaitAnswered();
        Call other = entrance.calls("802", "910").awaitAnswered();
        assertAllHearEachOther(List.of(one, other));

        one.presses("*1");
        assertHearing(List.of(one, other), (listener, speaker) -> speaker.equals(other.name()));

        one.presses("*1");
        assertAllHearEachOther(List.of(one, other));
    }

    @Test
    @DisplayName("R6: where mute_non_moderator is set, only a moderator unmutes")
    void onlyAModeratorUnmutes() {
        String room = rooms.room("937", PINS + ", \"mute_non_moderator\": true");
        Call moderator = entrance.enters("801", room, MODERATOR_PIN);
        Call participant = entrance.enters("802", room, PIN);

        participant.presses("*1").presses("*1");
        assertHearing(List.of(moderator, participant), (listener, speaker) -> speaker.equals(moderator.name()));

        moderator.presses("*93");
        assertAllHearEachOther(List.of(moderator, participant));
    }

    @Test
    @DisplayName("R7: music while one is alone, and none with company")
    void musicWhileAlone() {
        String room = rooms.room("938", "\"music_on_hold_sound\": \"music\"");
        Call alone = entrance.calls("801", room).awaitAnswered();
        // Longer than the greeting, so that it is the music that is heard.
        assertThat(alone.listens(SOON.plus(MOMENT)).frames()).isNotEmpty();
        assertThat(alone.listens(MOMENT).peak()).isGreaterThan(AUDIBLE);

        Call company = entrance.calls("802", room).awaitAnswered();
        assertAllHearEachOther(List.of(alone, company));
    }

    @Test
    @DisplayName("R8: a full room refuses, and lets the next in when somebody leaves")
    void aFullRoom() {
        String room = rooms.room("939", "\"max_members\": 2");
        Call one = entrance.calls("801", room).awaitAnswered();
        Call other = entrance.calls("802", room).awaitAnswered();
        assertAllHearEachOther(List.of(one, other));
        assertThat(entrance.calls("803", room).awaitRefused(SOON)).isEqualTo(486);

        other.hangsUp();

        Call next = entrance.calls("804", room).awaitAnswered();
        assertAllHearEachOther(List.of(one, next));
    }
}

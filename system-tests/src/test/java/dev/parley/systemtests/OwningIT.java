package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R9 to R11: a phone's own conference")
class OwningIT {
    private static final String OWNER = "871";
    private static final String PASSWORD = "a-password-of-its-own";
    private static final String ROOM = "*8" + OWNER;
    private static final Duration A_WHILE = Duration.ofSeconds(40);
    private static final Duration NAME = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Spoken spoken;
    private Settings settings;
    private TopicTail<ConferenceEvent> story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        spoken = new Spoken(system);
        settings = new Settings(system.world(), "demo");
        story = TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class);
    }

    @AfterEach
    void part() {
        system.close();
        settings.close();
        story.close();
    }

    /** @param options members of a JSON object; may be empty */
    private void owner(String options) {
        settings.put(
                "/tenants/demo/extensions/" + OWNER,
                "{\"type\": \"phone\", \"extension\": \"%s\"%s}"
                        .formatted(OWNER, options.isEmpty() ? "" : ", " + options));
        settings.put(
                "/tenants/demo/credentials/" + OWNER,
                "{\"username\": \"%1$s\", \"extension\": \"%1$s\", \"password\": \"%2$s\"}".formatted(OWNER, PASSWORD));
    }

    private Call ownerCreates() {
        Call call = system.phones()
                .phone(new Account(OWNER, "demo.parley.test", PASSWORD))
                .registers()
                .calls(ROOM)
                .awaitAnswered();
        assertThat(story.await(
                        ConferenceStarted.class,
                        started -> started.room().value().equals("demo:local-" + OWNER),
                        SOON))
                .isPresent();
        return call;
    }

    private Call guestCalls(String user) {
        return system.phones().phone("demo", user).registers().calls(ROOM);
    }

    @Test
    @DisplayName("R11: before the owner has created it, a prompt and the end of the call")
    void notBeforeItIsThere() {
        owner("");
        long before = System.nanoTime();

        Call early = guestCalls("802");

        spoken.awaitSaid(early, before, "conference-not-started");
        assertThat(early.awaitRefused(SOON)).isEqualTo(480);
    }

    @Test
    @DisplayName("R10: conference_pin is asked of those who join, and not of the owner")
    void aPinForThoseWhoJoin() {
        owner("\"conference_pin\": \"2580\"");
        Call owner = ownerCreates();
        Call guest = guestCalls("802").awaitAnswered().presses("1397#").presses("2580#");
        Call stranger = guestCalls("803").awaitAnswered();

        stranger.presses("1397#").presses("1398#").presses("1399#");

        stranger.awaitHungUp(A_WHILE);
        assertAllHearEachOther(List.of(owner, guest));
    }

    @Test
    @DisplayName("R9: with conference_end_on_exit it is over once the owner leaves")
    void itEndsWithItsOwner() {
        owner("\"conference_end_on_exit\": true");
        Call owner = ownerCreates();
        Call guest = guestCalls("802").awaitAnswered();
        assertAllHearEachOther(List.of(owner, guest));
        guest.says(AudioSource.silence());
        long before = System.nanoTime();

        owner.hangsUp();

        spoken.awaitSaid(guest, before, "conference-ended");
        guest.awaitHungUp(SOON);
        assertThat(guestCalls("803").awaitRefused(A_WHILE)).isEqualTo(480);
    }

    @Test
    @DisplayName("R9: otherwise it lives while anyone is in it")
    void otherwiseItLivesWhileAnyoneIsIn() {
        owner("");
        Call owner = ownerCreates();
        Call guest = guestCalls("802").awaitAnswered();
        assertAllHearEachOther(List.of(owner, guest));

        owner.hangsUp();

        assertAllHearEachOther(List.of(guest, guestCalls("803").awaitAnswered()));
    }

    @Test
    @DisplayName("R10: with conference_announce_caller_name those who join say who they are")
    void namesAreAnnounced() {
        owner("\"conference_announce_caller_name\": true");
        Call owner = ownerCreates();
        owner.says(AudioSource.silence());
        long before = System.nanoTime();
        Call guest = guestCalls("802").awaitAnswered();
        guest.says(AudioSource.silence());
        spoken.awaitSaid(guest, before, "say-name", "beep");

        guest.says(AudioSource.tone(guest.tone()));
        Pause.of(NAME);
        guest.says(AudioSource.silence());
        guest.presses("#");

        spoken.awaitSaid(owner, before, "has-joined");
        assertThat(owner.ear().since(before).loudest(guest.tone())).isGreaterThan(Levels.HEARD);
        spoken.awaitSaid(guest, before, "welcome");
    }
}

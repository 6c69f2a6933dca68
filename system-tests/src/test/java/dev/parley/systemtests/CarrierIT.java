package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.InvitationEvent.InvitationEnded;
import dev.parley.contracts.conference.InvitationEvent.InvitationProgressed;
import dev.parley.contracts.conference.InvitationEvent.InvitationRequested;
import dev.parley.contracts.conference.InvitationEvent.Outcome;
import dev.parley.contracts.conference.InvitationEvent.Stage;
import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.Triangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "R12 to R14 with a carrier of another make: whom the owner calls is heard before it answers, and dropped by ##")
class CarrierIT {
    private static final String OUTSIDER = "0049301234567";
    private static final String INVITE_OUTSIDER = "*8" + OUTSIDER + "#";
    private static final Tone CARRIER = Tone.of(-1);
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final List<SippCarrier> carriers = new ArrayList<>();
    private RunningSystem system;
    private Triangle triangle;
    private Call owner;
    private Call guest;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        triangle = new Triangle(system.world(), "demo:local-801");
        owner = phone("801").calls("*8801").awaitAnswered();
        // Before it has begun, a guest is told so.
        assertThat(triangle.story().await(ConferenceStarted.class, 1, SOON)).isPresent();
        guest = phone("802").calls("*8801").awaitAnswered();
        assertAllHearEachOther(List.of(owner, guest));
    }

    @AfterEach
    void part() {
        carriers.forEach(SippCarrier::close);
        system.close();
        triangle.close();
    }

    @Test
    @DisplayName("R13: it rings, ## cancels it")
    void itRings() throws Exception {
        SippCarrier carrier = carrier("carrier-rings");
        owner.presses(INVITE_OUTSIDER);
        awaitStage(Stage.RINGING);

        owner.presses("##");

        carrier.awaitEnd(A_WHILE);
        assertThat(carrier.hasReceived("CANCEL")).isTrue();
        assertThatItIsOver(Outcome.CANCELLED);
    }

    @Test
    @DisplayName("R13, R14: its announcement is heard by all before any answer, ## cancels it")
    void itPlaysEarly() throws Exception {
        SippCarrier carrier = carrier("carrier-plays-early");
        owner.presses(INVITE_OUTSIDER);
        awaitStage(Stage.EARLY_MEDIA);
        awaitHeard(owner, guest);
        assertThat(triangle.attendance().invited())
                .as("not answered")
                .hasSize(1)
                .allSatisfy((_, one) -> assertThat(one.stage()).isEqualTo("early_media"));
        awaitAgreement();

        owner.presses("##");

        carrier.awaitEnd(A_WHILE);
        assertThat(carrier.hasReceived("CANCEL")).isTrue();
        assertThatItIsOver(Outcome.CANCELLED);
    }

    @Test
    @DisplayName("R13, R14: it is heard before and after the answer, ## hangs up on it")
    void itAnswers() throws Exception {
        SippCarrier carrier = carrier("carrier-answers");
        owner.presses(INVITE_OUTSIDER);
        InvitationEnded answered = awaitOutcome();
        assertThat(answered.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(triangle.story().told(InvitationProgressed.class))
                .extracting(InvitationProgressed::stage)
                .contains(Stage.EARLY_MEDIA);
        awaitHeard(owner, guest);
        awaitAgreement();

        owner.presses("##");

        carrier.awaitEnd(A_WHILE);
        assertThat(carrier.hasReceived("BYE")).isTrue();
        assertThat(carrier.hasReceived("CANCEL")).isFalse();
        assertThatItIsOver(Outcome.ANSWERED);
    }

    @Test
    @DisplayName("R13: an extension rings, ## cancels it")
    void anExtensionRings() {
        TestPhone colleague = phone("803");
        owner.presses("*8803#");
        Call called = colleague.awaitCall(A_WHILE).rings();
        awaitStage(Stage.RINGING);

        owner.presses("##");

        assertThat(called.awaitRefused(A_WHILE)).isEqualTo(487);
        assertThatItIsOver(Outcome.CANCELLED);
    }

    @Test
    @DisplayName("R13: an extension that has answered stays")
    void anExtensionHasAnswered() {
        TestPhone colleague = phone("803");
        owner.presses("*8803#");
        Call invited = colleague.awaitCall(A_WHILE).answers();
        List<Call> everybody = List.of(owner, guest, invited);
        assertAllHearEachOther(everybody);

        everybody.forEach(one -> one.says(AudioSource.silence()));
        long before = System.nanoTime();
        owner.presses("##");
        new Recognition(system).awaitSaid(owner, before, "nothing-to-drop");

        assertThat(invited.isUp()).isTrue();
        assertThat(triangle.attendance().members()).hasSize(3);
        awaitAgreement();
        everybody.forEach(one -> one.says(AudioSource.tone(one.tone())));
        assertAllHearEachOther(everybody);
    }

    @Test
    @DisplayName("R12: a second *8 while somebody is being called places no call; when that is over, the next one does")
    void oneAtATime() throws Exception {
        SippCarrier first = carrier("carrier-rings");
        owner.presses(INVITE_OUTSIDER);
        awaitStage(Stage.RINGING);
        Recognition recognition = new Recognition(system);
        List.of(owner, guest).forEach(one -> one.says(AudioSource.silence()));
        // What was said when the call began is over.
        recognition.awaitQuiet(owner);
        recognition.awaitQuiet(guest);

        for (Call trying : List.of(owner, guest)) {
            long before = System.nanoTime();
            trying.presses(INVITE_OUTSIDER);
            recognition.awaitSaid(trying, before, "trying");
        }
        assertThat(triangle.story().told(InvitationRequested.class)).hasSize(1);
        assertThat(first.calls()).as("%s", first).isEqualTo(1);
        awaitAgreement();
        owner.presses("##");
        first.awaitEnd(A_WHILE);
        assertThat(awaitOutcome().outcome()).isEqualTo(Outcome.CANCELLED);

        SippCarrier second = carrier("carrier-plays-early");
        owner.presses(INVITE_OUTSIDER);
        awaitHeard(owner, guest);
        assertThat(triangle.story().told(InvitationRequested.class)).hasSize(2);
        owner.presses("##");
        second.awaitEnd(A_WHILE);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(triangle.story().told(InvitationEnded.class)).hasSize(2));
        awaitAgreement();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    private SippCarrier carrier(String scenario) {
        SippCarrier carrier = SippCarrier.start(
                folder.resolve("carrier-" + carriers.size()), system.world().trunk("pstn"), scenario, CARRIER);
        carriers.add(carrier);
        return carrier;
    }

    private void awaitStage(Stage stage) {
        await("the call is " + stage)
                .atMost(A_WHILE)
                .until(() -> triangle.story().told(InvitationProgressed.class).stream()
                        .anyMatch(progress -> progress.stage() == stage));
    }

    private InvitationEnded awaitOutcome() {
        return triangle.story().await(InvitationEnded.class, 1, A_WHILE).orElseThrow();
    }

    private void awaitHeard(Call... listeners) {
        for (Call listener : listeners) {
            await(listener.name() + " hears the carrier")
                    .atMost(A_WHILE)
                    .until(() -> listener.listens(MOMENT).level(CARRIER) > Levels.HEARD);
        }
    }

    private void assertThatItIsOver(Outcome outcome) {
        assertThat(awaitOutcome().outcome()).isEqualTo(outcome);
        assertThat(triangle.story().told(InvitationRequested.class)).hasSize(1);
        assertAllHearEachOther(List.of(owner, guest));
        awaitAgreement();
        for (Call left : List.of(owner, guest)) {
            await(left.name() + " hears the carrier no more")
                    .atMost(A_WHILE)
                    .until(() -> left.listens(MOMENT).level(CARRIER) < Levels.NOT_HEARD);
        }
    }

    private void awaitAgreement() {
        await("API, events and rtpengine agree")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(triangle.disagreements()).isEmpty());
    }
}

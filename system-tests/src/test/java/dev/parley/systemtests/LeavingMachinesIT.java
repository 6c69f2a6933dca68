package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conference.ConsultationEvent.ConsultationDialled;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationEnded;
import dev.parley.contracts.conference.ConsultationEvent.Outcome;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R16, R18, R20: machines answer the administrator who is aside")
class LeavingMachinesIT extends AdministeredRoom {
    @Test
    @DisplayName("R18: a machine of another make answers and plays its greeting; *# leaves it")
    void aMachineOfAnotherMakeAnswers() throws Exception {
        Tone greeting = Tone.of(-3);
        try (SippCarrier machine = SippCarrier.start(
                folder.resolve("machine"), system.world().trunk("pstn"), "carrier-answers", greeting)) {
            administrator.presses("0").presses(OUTSIDER.replace("+", "00") + "#");
            awaitTalk();
            assertThat(administrator.listens(PRIVATE_TALK).level(greeting)).isGreaterThan(Levels.HEARD);
            assertSilent(other.listens(PRIVATE_TALK), greeting, administrator.tone());

            administrator.presses("*#");

            machine.awaitEnd(A_WHILE);
            assertThat(machine.hasReceived("BYE")).isTrue();
        }
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.RETURNED);
        assertAllHearEachOther(room());
    }

    @Test
    @DisplayName("R18: a machine answers; *# leaves it, and it has heard nothing of the room")
    void aMachineAnswers() {
        TestPhone machine = system.phones().carrier("pstn", OUTSIDER);
        administrator.presses("0").presses(OUTSIDER.replace("+", "00") + "#");
        Call greeting = machine.awaitCall(A_WHILE).answers();
        long answered = System.nanoTime();
        awaitTalk();
        assertHearing(List.of(administrator, greeting), (_, _) -> true);

        administrator.presses("*#");

        greeting.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.RETURNED);
        assertSilent(greeting.ear().since(answered), guest.tone(), other.tone());
        assertAllHearEachOther(room());
    }

    @Test
    @DisplayName("R20: who cannot be told from ringing keeps the administrator aside until *#")
    void behindATrunkWithoutAnswerSupervision() {
        TestPhone gsm = system.phones().carrier("gsm", BEHIND_GSM);
        administrator.presses("0").presses(BEHIND_GSM + "#");
        Call line = gsm.awaitCall(A_WHILE).answers();
        awaitTalk();
        assertThat(story.told(ConsultationDialled.class).getLast().supervised()).isFalse();
        assertPrivate(line);

        assertThat(story.told(ConsultationEnded.class)).isEmpty();
        administrator.presses("*#");

        line.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.RETURNED);
        assertAllHearEachOther(room());
    }

    @Test
    @DisplayName("R16: keys go through to the called party, so that a menu there can be worked")
    void keysGoThrough() {
        TestPhone menu = system.phones().carrier("pstn", OUTSIDER);
        administrator.presses("0").presses(OUTSIDER.replace("+", "00") + "#");
        Call line = menu.awaitCall(A_WHILE).answers();
        awaitTalk();

        administrator.presses("5");

        long from = System.nanoTime();
        while (line.ear().packetsThatAreNoAudio() == 0) {
            assertThat(System.nanoTime() - from).as("no key has come").isLessThan(A_WHILE.toNanos());
            line.listens(Duration.ofMillis(100));
        }
        assertThat(other.ear().packetsThatAreNoAudio()).isZero();
        administrator.hangsUp();
        line.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.ABANDONED);
        assertAllHearEachOther(List.of(guest, other));
    }
}

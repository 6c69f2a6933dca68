package dev.parley.systemtests.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.Account;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test phone tried on itself: what it cannot do between two phones it cannot prove of the system. */
class TelephoningTest {
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final Loop signalling = new Loop("signalling");
    private final Loop audio = new Loop("audio");
    private TestPhone alice;
    private TestPhone bob;

    @AfterEach
    void hangUpAll() {
        alice.close();
        bob.close();
        signalling.close();
        audio.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoPhonesHearEachOther(boolean tcp) {
        wire(tcp);
        Call outgoing = alice.calls("bob");
        Call incoming = bob.awaitCall().rings();
        outgoing.awaitRinging();
        incoming.answers();
        outgoing.awaitAnswered();

        assertThat(HearingMatrix.measure(MOMENT, outgoing, incoming).faults()).isEmpty();
        assertThat(incoming.listens(MOMENT).streams()).isEqualTo(1);

        outgoing.hangsUp();
        incoming.awaitHungUp();
    }

    @Test
    void aPhoneThatSpeaksOnlyALawIsHeard() {
        wire(false);
        alice.speaking(G711.PCMA);

        assertThat(HearingMatrix.measure(MOMENT, connected()).faults()).isEmpty();
    }

    @Test
    void anInviteWithoutAnOfferIsOfferedOne() {
        wire(false);
        Call outgoing = alice.callsWithoutOffer("bob");
        Call incoming = bob.awaitCall().answers();
        outgoing.awaitAnswered();

        assertThat(HearingMatrix.measure(MOMENT, outgoing, incoming).faults()).isEmpty();
    }

    @Test
    void whoHoldsIsNotSpokenToUntilItResumes() {
        wire(false);
        Call[] pair = connected();

        pair[0].holds();
        assertThat(HearingMatrix.measure(MOMENT, pair).faults((listener, speaker) -> listener.equals("bob")))
                .isEmpty();

        pair[0].goesInactive();
        assertThat(HearingMatrix.measure(MOMENT, pair).faults((listener, speaker) -> false))
                .isEmpty();

        pair[0].resumes();
        assertThat(HearingMatrix.measure(MOMENT, pair).faults()).isEmpty();
    }

    @Test
    void aPhoneMayMoveAndMayAskForAnOffer() {
        wire(false);
        Call[] pair = connected();

        pair[0].moves();
        assertThat(HearingMatrix.measure(MOMENT, pair).faults()).isEmpty();

        pair[1].asksForAnOffer();
        assertThat(HearingMatrix.measure(MOMENT, pair).faults()).isEmpty();
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer() {
        wire(false);
        Call outgoing = alice.calls("bob");
        Call incoming = bob.awaitCall().playsEarly();
        outgoing.awaitEarlyMedia();

        assertThat(outgoing.listens(MOMENT).level(bob.tone())).isGreaterThan(Levels.HEARD);

        incoming.answers();
        outgoing.awaitAnswered();
    }

    @Test
    void aCallerMayGiveUp() {
        wire(false);
        Call outgoing = alice.calls("bob");
        Call incoming = bob.awaitCall().rings();
        outgoing.awaitRinging();

        outgoing.cancels();

        assertThat(outgoing.awaitRefused(Duration.ofSeconds(5))).isEqualTo(487);
        assertThat(incoming.isUp()).isFalse();
    }

    @Test
    void aRefusalTellsItsStatus() {
        wire(false);
        Call outgoing = alice.calls("bob");
        bob.awaitCall().rejects(486);

        assertThat(outgoing.awaitRefused(Duration.ofSeconds(5))).isEqualTo(486);
        assertThatThrownBy(outgoing::awaitAnswered)
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("486");
    }

    @Test
    void keysInEventsAreNoAudioAndKeysInBandAre() {
        wire(false);
        Call[] pair = connected();

        pair[0].presses("1", Call.Keys.EVENTS).presses("1", Call.Keys.INFO);
        pair[0].presses("5", Call.Keys.IN_BAND);
        var heard = pair[1].listens(MOMENT);

        assertThat(pair[1].ear().packetsThatAreNoAudio()).isEqualTo(8);
        assertThat(heard.level(new Tone(770))).isGreaterThan(-15);
    }

    @Test
    void aPhoneWithoutPowerLeavesAGap() {
        wire(false);
        Call[] pair = connected();
        assertThat(pair[1].listens(MOMENT).packets()).isPositive();

        pair[0].vanishes();

        assertThat(pair[1].listens(MOMENT)).satisfies(sound -> {
            assertThat(sound.packets()).isLessThan(5);
            assertThat(sound.longestWithout(pair[0].tone())).isZero();
            assertThat(sound.largestGap()).isGreaterThan(Duration.ofMillis(400));
        });
    }

    private Call[] connected() {
        Call outgoing = alice.calls("bob");
        Call incoming = bob.awaitCall().answers();
        return new Call[] {outgoing.awaitAnswered(), incoming};
    }

    // Each is the other's proxy.
    private void wire(boolean tcp) {
        InetSocketAddress free = new InetSocketAddress("127.0.0.1", 0);
        bob = new TestPhone(line("bob", free, free, tcp), Tone.of(1), signalling, audio);
        alice = new TestPhone(line("alice", bob.address(), free, tcp), Tone.of(0), signalling, audio);
    }

    private static TestPhone.Line line(String name, InetSocketAddress proxy, InetSocketAddress local, boolean tcp) {
        return new TestPhone.Line(name, new Account(name, "parley.test", "secret"), proxy, local, tcp, "parley.test");
    }
}

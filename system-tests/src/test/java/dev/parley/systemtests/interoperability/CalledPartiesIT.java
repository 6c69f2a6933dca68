package dev.parley.systemtests.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.HonestMessages;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Interoperability: what those say who are called (RFC 3261 §13.2, §16.7)")
class CalledPartiesIT {
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Account CALLED = WireTenant.account(1);

    private Interoperating interoperating;
    private TestPhone caller;
    private TestPhone carrier;

    @BeforeEach
    void begin() {
        interoperating = new Interoperating("801", "802");
        World.Trunk there = new World.Trunk("torture", WireTenant.GATEWAY, WireTenant.GATEWAY_PORT, List.of(), true);
        caller = interoperating.phones().phone(WireTenant.account(0)).registers();
        carrier = interoperating.phones().carrier(there, "+4988301234");
    }

    @AfterEach
    void end() {
        interoperating.close();
    }

    @Test
    void earlyMediaAndThenRingingIsRinging() {
        Call outgoing = caller.calls("+4988301234");
        Call incoming = carrier.awaitCall().playsEarly();
        outgoing.awaitEarlyMedia();

        incoming.rings();

        outgoing.awaitRinging();
        incoming.answers();
        outgoing.awaitAnswered().hangsUp();
    }

    @ParameterizedTest
    // One busy phone does not speak for whatever else the called party has: 600 is for those who know (RFC 3261
    // §21.6.1).
    @CsvSource({"486, 486", "603, 603", "480, 480", "404, 404", "600, 486"})
    void whatACalledPhoneSaysIsPassedOn(int status, int told) {
        TestPhone called = interoperating.phones().phone(CALLED).registers();
        Call outgoing = caller.calls(CALLED.user());

        called.awaitCall().rejects(status);

        assertThat(outgoing.awaitRefused(A_WHILE)).isEqualTo(told);
    }

    @Test
    void whatOnePhoneSaysCountsMoreThanTheSilenceOfAStaleRegistration() {
        TestPhone called = interoperating.phones().phone(CALLED).registers();
        try (Wire stale = Wire.udp(
                Address.of("127.0.82.4", 0), interoperating.world().sip().address())) {
            byte[] bare = new HonestMessages(stale).register(CALLED, 60).bytes();
            SipMessage challenge =
                    new Exchange(stale).ask(bare, A_WHILE, A_WHILE).orElseThrow();
            byte[] whole = Credentials.added(bare, challenge, CALLED);
            assertThat(new Exchange(stale).ask(whole, A_WHILE, A_WHILE))
                    .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(200));

            Call outgoing = caller.calls(CALLED.user());
            called.awaitCall().rejects(486);

            assertThat(outgoing.awaitRefused(A_WHILE)).isEqualTo(486);
        }
    }

    @Test
    void allPhonesOfAnAccountRingAndOneAnswers() {
        TestPhone one = interoperating.phones().phone(CALLED).registers();
        TestPhone other = interoperating.phones().phone(CALLED).registers();
        Call outgoing = caller.calls(CALLED.user());
        Call here = one.awaitCall().rings();
        Call there = other.awaitCall().rings();

        there.answers();

        outgoing.awaitAnswered();
        assertThat(here.awaitRefused(A_WHILE)).isEqualTo(487);
        outgoing.hangsUp();
    }
}

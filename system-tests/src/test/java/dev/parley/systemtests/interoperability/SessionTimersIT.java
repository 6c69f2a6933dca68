package dev.parley.systemtests.interoperability;

import static dev.parley.systemtests.interoperability.RawCaller.head;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.interoperability.RawCaller.Outcome;
import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireCall;
import dev.parley.systemtests.wire.WireTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Interoperability: session timers (RFC 4028)")
class SessionTimersIT {
    private static Interoperating interoperating;

    @BeforeAll
    static void begin() {
        interoperating = new Interoperating("801");
    }

    @AfterAll
    static void end() {
        interoperating.close();
    }

    private static WireCall call() {
        Wire wire = Wire.udp(
                Address.of("127.0.82.2", 0), interoperating.world().sip().address());
        return WireCall.byPhone(wire, WireTenant.account(0), WireTenant.ROOM);
    }

    @Test
    void whoKnowsTimersGetsOne() {
        Outcome outcome = interoperating.caller().phone(WireTenant.ROOM, it -> it);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
        assertThat(outcome.answer().first("Session-Expires"))
                .hasValueSatisfying(value -> assertThat(value).contains("refresher="));
        assertThat(outcome.answer().all("Require")).contains("timer");
    }

    @Test
    void whoKnowsNoTimersIsAskedForNone() {
        Outcome outcome = interoperating
                .caller()
                .phone(
                        WireTenant.ROOM,
                        head("\r\nSupported: [^\r]*", "\r\nSupported: replaces")
                                .andThen(head("\r\n(Session-Expires|Min-SE): [^\r]*", ""))
                                .andThen(head("\r\n(Session-Expires|Min-SE): [^\r]*", ""))::apply);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
        assertThat(outcome.answer().all("Require")).doesNotContain("timer");
    }

    @Test
    void whoKnowsTimersIsToldThatAnIntervalIsTooSmall() {
        Outcome outcome = interoperating
                .caller()
                .phone(
                        WireTenant.ROOM,
                        head("\r\nSession-Expires: 1800", "\r\nSession-Expires: 30")
                                .andThen(head("\r\nMin-SE: 90", ""))::apply);

        assertThat(outcome.status()).as("%s", outcome).isEqualTo(422);
        assertThat(outcome.answer().first("Min-SE"))
                .hasValueSatisfying(value -> assertThat(Integer.parseInt(value)).isGreaterThanOrEqualTo(90));
    }

    @Test
    void whoKnowsNoTimersIsNotToldSo() {
        // A proxy on the way may have put it there (RFC 4028 §8.1): whoever sent the request could make nothing of a
        // 422.
        Outcome outcome = interoperating
                .caller()
                .phone(
                        WireTenant.ROOM,
                        head("\r\nSupported: [^\r]*", "\r\nSupported: replaces")
                                .andThen(head("\r\nSession-Expires: 1800", "\r\nSession-Expires: 30"))
                                .andThen(head("\r\nMin-SE: 90", ""))::apply);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @Test
    void aCallIsRefreshedByReinviteAndByUpdate() {
        try (WireCall call = call()) {
            assertThat(call.asks(call.next("INVITE")).status()).isEqualTo(200);
            SipMessage update = call.next("UPDATE")
                    .with("Supported", "timer")
                    .with("Session-Expires", "1800;refresher=uac")
                    .with(
                            "Contact",
                            "<sip:torture@127.0.82.2:" + call.wire().local().getPort() + ">");
            assertThat(call.asks(update).status()).isEqualTo(200);
        }
    }

    @Test
    void withinACallAnIntervalOfNothingIsTooSmall() {
        try (WireCall call = call()) {
            SipMessage reinvite = call.next("INVITE").replacing("Session-Expires", "0");

            assertThat(call.asks(reinvite).status()).isIn(400, 422);
            assertThat(call.asks(call.next("INVITE")).status()).isEqualTo(200);
        }
    }
}

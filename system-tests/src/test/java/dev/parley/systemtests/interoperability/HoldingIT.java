package dev.parley.systemtests.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireCall;
import dev.parley.systemtests.wire.WireTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Interoperability: ways to hold a call (RFC 3264 §8.4, RFC 6337 §5.3)")
class HoldingIT {
    private static final String SDP = "application/sdp";
    private static Interoperating interoperating;

    @BeforeAll
    static void begin() {
        interoperating = new Interoperating("801");
    }

    @AfterAll
    static void end() {
        interoperating.close();
    }

    private static WireCall call(boolean overStream) {
        var edge = interoperating.world().sip().address();
        var local = Address.of("127.0.82.3", 0);
        return WireCall.byPhone(
                overStream ? Wire.tcp(local, edge) : Wire.udp(local, edge), WireTenant.account(0), WireTenant.ROOM);
    }

    private static SipMessage offering(WireCall call, String direction, String address) {
        SipMessage reinvite = call.next("INVITE");
        String sdp = reinvite.body()
                .replace("a=sendrecv", "a=" + direction)
                .replaceFirst("c=IN IP4 .*", "c=IN IP4 " + (address.isEmpty() ? "127.0.82.3" : address));
        return reinvite.carrying(SDP, sdp);
    }

    /** An answer that is not allowed to go with the offer would be the worst of all (RFC 3264 §6.1). */
    @ParameterizedTest
    @CsvSource({
        "sendonly, '', 'a=recvonly|a=inactive'",
        "inactive, '', 'a=inactive'",
        "sendrecv, 0.0.0.0, 'a=sendrecv|a=recvonly|a=sendonly|a=inactive'",
        "inactive, 0.0.0.0, 'a=inactive'",
        "recvonly, '', 'a=sendonly|a=inactive'"
    })
    void isHeldAndComesBack(String direction, String address, String answers) {
        try (WireCall call = call(false)) {
            SipMessage held = call.asks(offering(call, direction, address));
            assertThat(held.status()).isEqualTo(200);
            assertThat(held.body()).containsPattern("(?m)^(" + answers + ")\\s*$");

            SipMessage back = call.asks(offering(call, "sendrecv", ""));
            assertThat(back.status()).isEqualTo(200);
            assertThat(back.body()).doesNotContain("a=inactive").doesNotContain("a=recvonly");
        }
    }

    @Test
    void isHeldOverTcp() {
        try (WireCall call = call(true)) {
            assertThat(call.asks(offering(call, "sendonly", "")).body()).containsPattern("a=(recvonly|inactive)");
        }
    }

    @Test
    void isRefusedWithinACallAndTheCallGoesOn() {
        try (WireCall call = call(false)) {
            SipMessage unreadable = call.next("INVITE").carrying(SDP, "this is not a session\r\n");
            assertThat(call.asks(unreadable).status()).isIn(400, 488);
            assertThat(call.asks(offering(call, "sendrecv", "")).status()).isEqualTo(200);
        }
    }
}

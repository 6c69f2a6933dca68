package dev.parley.callcontrol.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.id.LegId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By the mark the edge tells a 503 that another instance may mend from one that is the call's own. */
class AdmissionMarkTest {
    private static final String MARK = "X-Parley-Admission";
    private final Door door = new Door(
            new Door.Rules("key", 2, Duration.ofSeconds(90), "192.0.2.8", 5070),
            new DialPlan(Directory.live(Map.of()), "00"),
            () -> new LegId("leg"));

    private static SipRequest invite(String uri) {
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/TCP 192.0.2.9:5060;branch=z9hG4bK1")
                .with("From", "<sip:801@demo.parley.test>;tag=theirs")
                .with("To", "<sip:910@demo.parley.test>")
                .with("Call-ID", "id")
                .with("CSeq", "1 INVITE")
                .with("X-Parley-Key", "key")
                .with("X-Parley-Tenant", "demo")
                .with("X-Parley-Source", "phone");
        return new SipRequest("1", "INVITE", uri, headers, "");
    }

    private SipResponse refusal(String uri, boolean ready, int pending) {
        return ((Door.Verdict.TurnedAway) door.open(invite(uri), ready, pending)).response();
    }

    @Test
    void whoeverIsNotAdmittedMayTryAnotherInstance() {
        assertThat(refusal("sip:910@demo.parley.test", false, 0).status()).isEqualTo(503);
        assertThat(refusal("sip:910@demo.parley.test", false, 0).headers().first(MARK))
                .contains("refused");
        assertThat(refusal("sip:910@demo.parley.test", true, 2).headers().first(MARK))
                .contains("refused");
    }

    @Test
    void whoIsRefusedForGoodHasNoMark() {
        assertThat(refusal("sip:demo.parley.test", true, 0).status()).isEqualTo(484);
        assertThat(refusal("mailto:910@demo.parley.test", true, 0).status()).isEqualTo(416);
        assertThat(refusal("mailto:910@demo.parley.test", true, 0).headers().first(MARK))
                .isEmpty();
    }
}

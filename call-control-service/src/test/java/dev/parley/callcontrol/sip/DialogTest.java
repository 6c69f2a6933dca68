package dev.parley.callcontrol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogTest {
    private static final Headers INVITE = Headers.NONE
            .with("Via", "SIP/2.0/TCP edge;branch=z9hG4bK1")
            .with("From", "\"A \\\"quoted\\\" name\" <sip:801@demo.parley.test>;tag=theirs")
            .with("To", "sip:910@demo.parley.test;user=phone")
            .with("Call-ID", "id")
            .with("CSeq", "7 INVITE")
            .with("Contact", "<sip:801@192.0.2.1;ob>;expires=60")
            .with("Record-Route", "<sip:one;lr>, <sip:two;lr>");

    private static SipRequest invite(String... namesAndValues) {
        Headers headers = INVITE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SipRequest("h", "INVITE", "sip:910@demo.parley.test", headers, "");
    }

    @Test
    void answeringTakesTheirContactAndTheRouteInOrder() {
        Dialog dialog = Dialog.answering(invite("Record-Route", "<sip:three;lr>"), "ours", "<sip:us>");
        SipRequest bye = dialog.advanced().request("BYE", Headers.NONE, "");

        assertThat(bye.uri()).isEqualTo("sip:801@192.0.2.1;ob");
        assertThat(bye.headers().values("Route")).containsExactly("<sip:one;lr>", "<sip:two;lr>", "<sip:three;lr>");
        assertThat(bye.fromTag()).isEqualTo("ours");
        assertThat(bye.from().uri()).isEqualTo("sip:910@demo.parley.test");
        assertThat(bye.to().display()).contains("A \"quoted\" name");
        assertThat(bye.toTag()).contains("theirs");
        assertThat(bye.cseq()).isEqualTo(1);
    }

    @Test
    void answeredByReversesTheRoute() {
        SipResponse response = Replies.to(
                invite("X", "y"), 200, "b", INVITE.only("Record-Route").with("Contact", "<sip:b>"));
        Dialog dialog = Dialog.answeredBy(response, "<sip:us>");

        assertThat(dialog.ack(7).headers().values("Route")).containsExactly("<sip:two;lr>", "<sip:one;lr>");
        assertThat(dialog.advanced().request("BYE", Headers.NONE, "").cseq()).isEqualTo(8);
    }

    @Test
    void strictRouterGetsTheRequestUri() {
        SipRequest invite = new SipRequest(
                "h",
                "INVITE",
                "sip:x",
                INVITE.without("Record-Route")
                        .with("Record-Route", "<sip:strict>")
                        .with("Record-Route", "<sip:loose;lr>"),
                "");
        SipRequest bye = Dialog.answering(invite, "ours", "<sip:us>").advanced().request("BYE", Headers.NONE, "");

        assertThat(bye.uri()).isEqualTo("sip:strict");
        assertThat(bye.headers().values("Route")).containsExactly("<sip:loose;lr>", "<sip:801@192.0.2.1;ob>");
    }

    @Test
    void holdIsReadFromTheAudioLine() {
        assertThat(Sdp.holds("v=0\r\na=sendonly\r\nm=audio 1 RTP/AVP 0\r\n")).isTrue();
        assertThat(Sdp.holds("v=0\r\na=sendonly\r\nm=audio 1 RTP/AVP 0\r\na=sendrecv\r\n"))
                .isFalse();
        assertThat(Sdp.holds("v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 1 RTP/AVP 0\r\n"))
                .isTrue();
        assertThat(Sdp.holds("v=0\r\nm=video 1 RTP/AVP 96\r\na=inactive\r\nm=audio 1 RTP/AVP 0\r\n"))
                .isFalse();
        assertThat(Sdp.holds("")).isFalse();
    }

    @Test
    void sessionTimerIsPlayedByWhoCan() {
        SipRequest able = invite("Supported", "timer");
        SipRequest asking =
                new SipRequest("h", "INVITE", "u", able.headers().with("Session-Expires", "120;refresher=uas"), "");

        assertThat(SessionTimer.answering(invite("X", "y"), Duration.ofMinutes(30))
                        .weRefresh())
                .isTrue();
        assertThat(SessionTimer.answering(able, Duration.ofMinutes(30))
                        .asAnswer()
                        .first("Require"))
                .contains("timer");
        assertThat(SessionTimer.answering(asking, Duration.ofMinutes(30)))
                .isEqualTo(new SessionTimer(Duration.ofSeconds(120), true, false));
        assertThat(new SessionTimer(Duration.ofSeconds(90), false, false).due()).isEqualTo(Duration.ofSeconds(60));
        assertThat(new SessionTimer(Duration.ofSeconds(1800), false, false).due())
                .isEqualTo(Duration.ofSeconds(1768));
    }

    @Test
    void screeningNamesWhatIsWrong() {
        Duration minimum = Duration.ofSeconds(90);
        assertThat(Screening.refuse(invite("Require", "100rel, timer"), "t", minimum)
                        .orElseThrow()
                        .headers()
                        .first("Unsupported"))
                .contains("100rel");
        assertThat(status(invite("Max-Forwards", "0"))).isEqualTo(483);
        assertThat(status(invite("Session-Expires", "30", "Supported", "timer")))
                .isEqualTo(422);
        assertThat(Screening.refuse(invite("Session-Expires", "30"), "t", minimum))
                .as("whose proxy alone knows timers")
                .isEmpty();
        assertThat(status(invite("Accept", "text/plain"))).isEqualTo(406);
        assertThat(Screening.refuse(invite("Accept", "text/plain, application/*"), "t", minimum))
                .isEmpty();
        assertThat(status(new SipRequest("h", "INVITE", "u", INVITE.with("Content-Type", "text/plain"), "hi")))
                .isEqualTo(415);
        assertThat(status(new SipRequest("h", "REFER", "u", INVITE, ""))).isEqualTo(405);
        assertThat(status(new SipRequest("h", "DANCE", "u", INVITE, ""))).isEqualTo(501);
        assertThat(Screening.refuse(invite("X", "y"), "t", minimum)).isEmpty();
        assertThat(Screening.refuse(
                        new SipRequest(
                                "h",
                                "INVITE",
                                "u",
                                INVITE.with("Content-Type", "text/plain")
                                        .with("Content-Disposition", "session;handling=optional"),
                                "hi"),
                        "t",
                        minimum))
                .isEmpty();
        assertThat(Screening.refuse(new SipRequest("h", "ACK", "u", INVITE.with("Require", "x"), ""), "t", minimum))
                .isEmpty();
    }

    private static int status(SipRequest request) {
        return Screening.refuse(request, "t", Duration.ofSeconds(90))
                .orElseThrow()
                .status();
    }

    @Test
    void digitsComeInTwoForms() {
        assertThat(List.of("Signal= 7\r\nDuration=100", "signal=*", "Signal=11").stream()
                        .map(body ->
                                Digits.in(info("application/dtmf-relay", body)).orElse("?")))
                .containsExactly("7", "*", "#");
        assertThat(Digits.in(info("application/dtmf", "d"))).contains("D");
        assertThat(Digits.in(info("application/dtmf-relay", "Signal=99"))).isEmpty();
        assertThat(Digits.in(info("text/plain", "5"))).isEmpty();
    }

    private static SipRequest info(String type, String body) {
        return new SipRequest("h", "INFO", "u", INVITE.with("Content-Type", type), body);
    }
}

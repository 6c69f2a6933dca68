package dev.parley.callcontrol.adapter.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.sip.Screening;
import dev.parley.callcontrol.sip.SipRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import javax.sip.message.Request;
import org.junit.jupiter.api.Test;

class SessionBodyTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n";

    private static SipRequest invite(String type, String body) throws ParseException {
        String text = "INVITE sip:910@demo.parley.test SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.9;branch=z9hG4bK1\r\n"
                + "From: <sip:801@demo.parley.test>;tag=1\r\nTo: <sip:910@demo.parley.test>\r\nCall-ID: id\r\n"
                + "CSeq: 1 INVITE\r\nContact: <sip:801@192.0.2.1>\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        Request request = (Request) new ReceivedMessageParser(true).read(text.getBytes(StandardCharsets.UTF_8));
        return Wire.read("h", request);
    }

    private static String parts(String... typesAndBodies) {
        StringBuilder text = new StringBuilder("a preamble\r\n");
        for (int i = 0; i < typesAndBodies.length; i += 2) {
            text.append("--b1\r\nContent-Type: ")
                    .append(typesAndBodies[i])
                    .append("\r\n\r\n")
                    .append(typesAndBodies[i + 1])
                    .append("\r\n");
        }
        return text.append("--b1--\r\n").toString();
    }

    @Test
    void descriptionIsFoundAmongTheParts() throws ParseException {
        SipRequest invite = invite(
                "multipart/mixed;boundary=b1",
                parts("application/isup;version=itu-t92+", "0123", "application/sdp", SDP, "text/plain", "hello"));

        assertThat(invite.sdp()).contains(SDP);
        assertThat(Screening.refuse(invite, "t", Duration.ZERO)).isEmpty();
    }

    @Test
    void boundaryMayBeQuoted() throws ParseException {
        assertThat(invite("multipart/mixed; boundary=\"b1\"", parts("application/sdp", SDP))
                        .sdp())
                .contains(SDP);
    }

    @Test
    void partsWithoutDescriptionAreForeign() throws ParseException {
        SipRequest invite = invite("multipart/mixed;boundary=b1", parts("text/plain", "hello"));

        assertThat(invite.sdp()).isEmpty();
        assertThat(Screening.refuse(invite, "t", Duration.ZERO).orElseThrow().status())
                .isEqualTo(415);
    }

    @Test
    void typeIsReadWithoutCaseAndParameters() throws ParseException {
        assertThat(invite("Application/SDP;charset=utf-8", SDP).sdp()).contains(SDP);
    }
}

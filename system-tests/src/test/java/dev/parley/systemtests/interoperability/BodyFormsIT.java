package dev.parley.systemtests.interoperability;

import static dev.parley.systemtests.interoperability.RawCaller.body;
import static dev.parley.systemtests.interoperability.RawCaller.plus;
import static dev.parley.systemtests.interoperability.RawCaller.sdp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.systemtests.interoperability.RawCaller.Outcome;
import dev.parley.systemtests.wire.WireTenant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Interoperability: forms of bodies and of SDP (RFC 3261 §7.4, RFC 4566, RFC 3264, RFC 5621)")
class BodyFormsIT {
    private static final String SDP = "application/sdp";
    private static final String BOUNDARY = "7a9cbec02ceef655";

    private static Interoperating interoperating;

    @BeforeAll
    static void begin() {
        interoperating = new Interoperating("801");
    }

    @AfterAll
    static void end() {
        interoperating.close();
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("taken")
    void isTaken(UnaryOperator<String> change) {
        Outcome phone = interoperating.caller().phone(WireTenant.ROOM, change);
        Outcome trunk = interoperating.caller().trunk(WireTenant.NUMBER, change);

        assertThat(phone.isTaken()).as("phone: %s", phone).isTrue();
        assertThat(trunk.isTaken()).as("trunk: %s", trunk).isTrue();
        assertThat(phone.answer().body()).contains("m=audio ");
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                argumentSet("SDP among other parts", multipart(SDP)),
                argumentSet("SDP with parameters of its type", body("application/sdp;charset=utf-8", it -> it)),
                argumentSet("a disposition", plus("Content-Disposition: session;handling=required")),
                argumentSet("lines that end with LF", sdp(it -> it.replace("\r\n", "\n"))),
                argumentSet("c= of the medium", sdp(it -> movedConnection(it))),
                argumentSet("no rtpmap for static types", sdp(it -> it.replaceAll("a=rtpmap:0 .*\r\n", ""))),
                argumentSet(
                        "video beside audio", sdp(it -> it + "m=video 49172 RTP/AVP 31\r\na=rtpmap:31 H261/90000\r\n")),
                argumentSet(
                        "codecs that nobody knows first",
                        sdp(it -> it.replace("RTP/AVP ", "RTP/AVP 98 ")
                                .replace("a=ptime", "a=rtpmap:98 x-none/8000\r\na=ptime"))),
                argumentSet("30 ms a packet", sdp(it -> it.replace("a=ptime:20", "a=ptime:30"))),
                argumentSet(
                        "unknown attributes and lines",
                        sdp(it -> it.replace("t=0 0\r\n", "i=x\r\nb=AS:84\r\nt=3149328700 0\r\na=x-anything\r\n"))),
                argumentSet(
                        "no telephone events",
                        sdp(it -> it.replaceAll("(?s)a=(rtpmap|fmtp):101 [^\r]*\r\n", "")
                                .replace(" 101", ""))),
                argumentSet("held from the start: inactive", sdp(it -> it.replace("a=sendrecv", "a=inactive"))),
                argumentSet("held from the start: sendonly", sdp(it -> it.replace("a=sendrecv", "a=sendonly"))),
                argumentSet(
                        "held from the start: 0.0.0.0", sdp(it -> it.replaceAll("c=IN IP4 .*", "c=IN IP4 0.0.0.0"))),
                argumentSet("no direction", sdp(it -> it.replace("a=sendrecv\r\n", ""))));
    }

    private static UnaryOperator<String> multipart(String type) {
        return body(
                "multipart/mixed;boundary=" + BOUNDARY,
                it -> "--" + BOUNDARY + "\r\nContent-Type: application/isup;version=itu-t92+\r\n"
                        + "Content-Disposition: signal;handling=optional\r\n\r\nx\r\n--" + BOUNDARY
                        + "\r\nContent-Type: " + type + "\r\n\r\n" + it
                        + "\r\n--" + BOUNDARY + "--\r\n");
    }

    private static String movedConnection(String sdp) {
        String connection =
                sdp.lines().filter(line -> line.startsWith("c=")).findFirst().orElseThrow() + "\r\n";
        return sdp.replace(connection, "").replaceFirst("(m=audio [^\r]*\r\n)", "$1" + connection);
    }

    @Test
    void bytesAfterTheBodyDoNotCount() {
        Outcome phone = interoperating.caller().phone(WireTenant.ROOM, text -> text + "these do not count\r\n");
        Outcome trunk = interoperating.caller().trunk(WireTenant.NUMBER, text -> text + "\r\n\r\n");

        assertThat(phone.isTaken()).as("phone: %s", phone).isTrue();
        assertThat(trunk.isTaken()).as("trunk: %s", trunk).isTrue();
    }

    @ParameterizedTest(name = "{argumentSetName}: {0}")
    @MethodSource("refused")
    void isRefusedAtOnce(int status, UnaryOperator<String> change) {
        Outcome phone = interoperating.caller().phone(WireTenant.ROOM, change);
        Outcome trunk = interoperating.caller().trunk(WireTenant.NUMBER, change);

        assertThat(phone.status()).as("phone: %s", phone).isEqualTo(status);
        assertThat(trunk.status()).as("trunk: %s", trunk).isEqualTo(status);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("a body that is no SDP", 415, body("application/unknownformat", it -> it)),
                argumentSet("parts without SDP", 415, multipart("text/plain")),
                argumentSet("compressed", 415, plus("Content-Encoding: gzip")),
                argumentSet(
                        "no codec of ours",
                        488,
                        sdp(it -> it.replaceAll("m=audio (\\d+) RTP/AVP .*", "m=audio $1 RTP/AVP 98")
                                .replaceAll("(?m)^a=(rtpmap|fmtp).*\r\n", "")
                                .replace("a=ptime", "a=rtpmap:98 x-none/8000\r\na=ptime"))),
                argumentSet(
                        "video alone",
                        488,
                        sdp(it -> it.replaceAll("m=audio (\\d+) RTP/AVP .*", "m=video $1 RTP/AVP 31"))),
                argumentSet("audio refused by its sender", 488, sdp(it -> it.replaceAll("m=audio \\d+", "m=audio 0"))),
                argumentSet("SDP that cannot be read", 488, sdp(_ -> "this is not a session\r\n")));
    }
}

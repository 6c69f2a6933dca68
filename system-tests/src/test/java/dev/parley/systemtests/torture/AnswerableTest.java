package dev.parley.systemtests.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.net.Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerableTest {
    private static final InetSocketAddress SENDER = Address.of("127.0.0.1", 5090);
    private static final String INVITE = """
            INVITE sip:910@demo.parley.test SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:5090;branch=z9hG4bK1;rport
            From: "Sam\\\\ " <sip:801@demo.parley.test>;tag=1
            To: <sip:910@demo.parley.test>
            Call-ID: 1@127.0.0.1
            CSeq: 1 INVITE
            Max-Forwards: 70
            Content-Length: 5

            v=0
            """.replace("\n", "\r\n");

    private static boolean isAnswerable(String request, boolean overStream) {
        return Answerable.is(request.getBytes(StandardCharsets.ISO_8859_1), SENDER, overStream);
    }

    @Test
    void whatIsInOrderCanBeAnswered() {
        assertThat(isAnswerable(INVITE, false)).isTrue();
        assertThat(isAnswerable(INVITE, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Max-Forwards: 70 | Max-Fo\u00e4rwards 70",
                "Max-Forwards: 70 | Max-Forwards: -1",
                "From: | f  :",
                "CSeq: 1 INVITE | CSeq: 1 BYE",
                "sip:910@demo.parley.test SIP | nonsense SIP",
                "To: <sip:910@demo.parley.test> | To: sip:910@demo.parley.test;x=\"a;b\"",
                "Content-Length: 5 | Content-Length: 99999"
            })
    void whatCanStillBeReadCanBeAnswered(String right, String wrong) {
        assertThat(isAnswerable(INVITE.replace(right, wrong), false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVITE sip | ACK sip",
                "SIP/2.0/UDP | SIP/7.0/UDP",
                "127.0.0.1:5090 | 127.0.0.1:5091",
                "branch=z9hG4bK1 | branch=x",
                "From: | Fro:",
                "To: <sip | To: \"<sip",
                "Call-ID: 1@127.0.0.1 | Call-ID: 1 2",
                "CSeq: 1 INVITE | CSeq: 2147483648 INVITE",
                "CSeq: 1 INVITE | CSeq: INVITE",
                "Max-Forwards: 70 | CSeq: 1 INVITE",
                "SIP/2.0 | SIP/3.0"
            })
    void whatCannotBeReadNeedsNoAnswer(String right, String wrong) {
        assertThat(isAnswerable(INVITE.replaceFirst(right.replace("[", "\\["), wrong.replace("\\", "\\\\")), false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 99", "Content-Length: -1", "Content-Length: x", "X: 5", "Content-Length:\r\n 5"
            })
    void overAStreamTheLengthHasToBeRight(String length) {
        assertThat(isAnswerable(INVITE.replace("Content-Length: 5", length), true))
                .isFalse();
        assertThat(isAnswerable(INVITE.replace("Content-Length: 5", length), false))
                .isTrue();
    }

    @Test
    void whatIsLongerOrShorterThanItSaysLeavesTheStreamSomewhere() {
        assertThat(Answerable.isWhole(INVITE.getBytes(StandardCharsets.ISO_8859_1))).isTrue();
        assertThat(Answerable.isWhole((INVITE + "x").getBytes(StandardCharsets.ISO_8859_1))).isFalse();
        assertThat(Answerable.isWhole(INVITE.replace("Content-Length: 5\r\n", "").getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @Test
    void lineEndsHaveToBeRight() {
        assertThat(isAnswerable(INVITE.replace("\r\nMax", "\nMax"), false)).isFalse();
        assertThat(isAnswerable(INVITE.substring(0, INVITE.indexOf("\r\n\r\n")), false))
                .isFalse();
    }
}

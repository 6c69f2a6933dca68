package dev.parley.systemtests.interoperability;

import static dev.parley.systemtests.interoperability.RawCaller.head;
import static dev.parley.systemtests.interoperability.RawCaller.plus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.systemtests.interoperability.RawCaller.Outcome;
import dev.parley.systemtests.wire.WireTenant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Interoperability: forms of headers (RFC 3261 §7.3, §20, §25)")
class HeaderFormsIT {
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
    void isTakenFromAPhone(UnaryOperator<String> change) {
        Outcome outcome = interoperating.caller().phone(WireTenant.ROOM, change);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("taken")
    void isTakenFromATrunk(UnaryOperator<String> change) {
        Outcome outcome = interoperating.caller().trunk(WireTenant.NUMBER, change);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                argumentSet("compact names", compact()),
                argumentSet("folded lines", head("(?m)^(From|To|Contact|CSeq|Allow): ", "$1:\r\n  ")),
                argumentSet("names in upper case", upperCase()),
                argumentSet("spaces before the colon", head("\r\nFrom: ", "\r\nFrom  : ")),
                argumentSet(
                        "a list on several lines",
                        head("\r\nSupported: timer, replaces", "\r\nSupported: timer\r\nSupported: replaces")),
                argumentSet("an empty Subject", plus("Subject:")),
                argumentSet("unknown headers", plus("X-Anything: ;;,,\"<>\"")),
                argumentSet(
                        "a name with escapes",
                        head("\r\nFrom: [^<]*<", "\r\nFrom: \"Sam\\\\\\\\ \\\\\\\"x\\\\\\\" \" <")),
                argumentSet(
                        "a name with an address in quotes", head("\r\nFrom: [^<]*<", "\r\nFrom: \"a <sip:b@c>, d\" <")),
                argumentSet("a name in UTF-8", head("\r\nFrom: [^<]*<", "\r\nFrom: \"J\u00c3\u00bcrgen\" <")),
                argumentSet(
                        "a name of several words without quotes", head("\r\nFrom: [^<]*<", "\r\nFrom: J Rosenberg <")),
                argumentSet("From without brackets", head("\r\nFrom: [^<]*<([^>]*?)(?:;user=phone)?>", "\r\nFrom: $1")),
                argumentSet("no space before the bracket", head("\r\nFrom: [^<]*<", "\r\nFrom: Caller<")),
                argumentSet(
                        "a Contact with parameters",
                        head(
                                "(\r\nContact: [^\r]*)",
                                "$1;+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-AABBCCDDEEFF>\";q=0.5;x=\"y\"")),
                argumentSet("unknown URI parameters", head("(\r\nContact: <[^>]*)>", "$1;line=x7;ob>")),
                argumentSet("no Max-Forwards", head("\r\nMax-Forwards: \\d+", "")),
                argumentSet(
                        "several Via",
                        head(
                                "(\r\nVia: [^\r]*)",
                                "$1\r\nVia: SIP/2.0/SCTP a.example.com;branch=z9hG4bKx, SIP/2.0/UDP b.example.com")),
                argumentSet("a long header", plus("X-Long: " + "a".repeat(3_000))),
                argumentSet("a Date that is not in GMT", plus("Date: Fri, 01 Jan 2010 16:00:00 EST")),
                argumentSet(
                        "options that we do not know in Supported", plus("Supported: path, outbound, gruu, 100rel")));
    }

    private static UnaryOperator<String> compact() {
        return text -> head("\r\nVia:", "\r\nv:")
                .andThen(head("\r\nFrom:", "\r\nf:"))
                .andThen(head("\r\nTo:", "\r\nt:"))
                .andThen(head("\r\nCall-ID:", "\r\ni:"))
                .andThen(head("\r\nContact:", "\r\nm:"))
                .andThen(head("\r\nSupported:", "\r\nk:"))
                .andThen(head("\r\nSession-Expires:", "\r\nx:"))
                .andThen(head("\r\nContent-Type:", "\r\nc:"))
                .andThen(head("\r\nContent-Length:", "\r\nl:"))
                .apply(text);
    }

    private static UnaryOperator<String> upperCase() {
        return text -> {
            String changed = text;
            for (String name :
                    List.of("Via", "From", "To", "Call-ID", "CSeq", "Contact", "Content-Type", "Content-Length")) {
                changed = head("\r\n" + name + ":", "\r\n" + name.toUpperCase(Locale.ROOT) + ":")
                        .apply(changed);
            }
            return changed;
        };
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
                argumentSet("no Contact", 400, head("\r\nContact: [^\r]*", "")),
                argumentSet(
                        "Contact is no SIP URI",
                        400,
                        head("\r\nContact: [^\r]*", "\r\nContact: <mailto:a@example.com>")),
                argumentSet("Contact with an asterisk", 400, head("\r\nContact: [^\r]*", "\r\nContact: *")),
                argumentSet("two CSeq", 400, plus("CSeq: 9 INVITE")),
                argumentSet("two Content-Length", 400, plus("Content-Length: 5")),
                argumentSet("Content-Length beyond the end", 400, head("Content-Length: \\d+", "Content-Length: 9999")),
                argumentSet("a quote without end", 400, head("\r\nTo: <", "\r\nTo: \"x <")),
                argumentSet("SIP/7.0", 505, head(" SIP/2.0\r\n", " SIP/7.0\r\n")),
                argumentSet("Max-Forwards 0", 483, head("\r\nMax-Forwards: \\d+", "\r\nMax-Forwards: 0")),
                argumentSet("an option that we lack in Require", 420, plus("Require: nothingSupportsThis")),
                argumentSet("an option that we lack in Proxy-Require", 420, plus("Proxy-Require: nothingSupportsThis")),
                argumentSet("accepts no SDP", 406, plus("Accept: text/plain")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invite", "Invite", "MESSAGE", "SUBSCRIBE", "ANYTHING"})
    void aMethodThatWeLackIsSaidToBeSo(String method) {
        UnaryOperator<String> change =
                text -> text.replaceFirst("^INVITE", method).replaceFirst("1 INVITE\r\n", "1 " + method + "\r\n");

        assertThat(interoperating.caller().phone(WireTenant.ROOM, change).status())
                .isIn(405, 501);
        assertThat(interoperating.caller().trunk(WireTenant.NUMBER, change).status())
                .isIn(405, 501);
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("taken")
    void isTakenOverTcp(UnaryOperator<String> change) {
        Outcome outcome = interoperating.caller().phoneOverTcp(WireTenant.ROOM, change);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }
}

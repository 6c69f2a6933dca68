package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has, or once had, a call knows its route. With it nobody sends to anywhere but the call's other end. */
@DisplayName("The edge is no open relay: a dialog's route leads to the dialog's other end alone")
class EdgeRelayAttackIT {
    private static final String STRANGER = "127.0.0.66";
    private static final String ROOM = "sip:910@demo.parley.test";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Account account;
    private RawPhone member;
    private RawPhone carrier;
    private SipMessage invite;
    private SipMessage answer;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        World world = system.world();
        account = world.tenant("demo").account("801");
        member = new RawPhone(world);
        World.Trunk pstn = world.trunk("pstn");
        carrier = new RawPhone(world, pstn.host(), pstn.port());
        SipMessage first = member.request("INVITE", ROOM, account.uri(), 1).carrying("application/sdp", RawPhone.SDP);
        answer = member.exchangeAs(account, first);
        assertThat(answer.status()).isEqualTo(200);
        invite = first.replacing("CSeq", "2 INVITE");
        member.acknowledge(invite, answer);
    }

    @AfterEach
    void part() {
        member.exchange(within(member, "BYE", 900, target()));
        member.close();
        carrier.close();
        system.close();
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                trick("as it is", it -> it),
                trick("of no phone, as said of old", it -> route(it, "phone=caller", "phone=none")),
                trick("of a trunk", it -> route(it, "caller/phone", "caller/trunk")),
                trick("of the other side", it -> route(it, "parley=caller", "parley=callee")),
                trick("of another time", it -> route(it, "/1", "/2")),
                trick("with another route behind it", it -> it.with("Route", "<sip:127.0.0.1:5090;lr>")),
                trick("with another tag", it -> it.replacing("From", "<sip:801@demo.parley.test>;tag=other")),
                trick("with another Call-ID", it -> it.replacing("Call-ID", "other")),
                trick(
                        "the other way round",
                        it -> it.replacing("From", it.require("To")).replacing("To", it.require("From"))),
                trick("with a key", it -> it.with("X-Parley-Key", "guessed")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void aStrangerReachesNobodyByARoute(String name, UnaryOperator<SipMessage> trick) {
        try (RawPhone stranger = new RawPhone(system.world(), STRANGER, 0)) {
            SipMessage attack = trick.apply(within(stranger, "INVITE", 50, theCarriersNumber()))
                    .with("P-Asserted-Identity", "<sip:+4930112@attacker.invalid>");

            assertThat(stranger.exchange(attack).status()).isIn(403, 481);
            assertThat(carrier.hasReceived("INVITE")).isFalse();
        }
    }

    @Test
    void nobodyElseEndsACall() {
        try (RawPhone stranger = new RawPhone(system.world(), STRANGER, 0)) {
            assertThat(stranger.exchange(within(stranger, "BYE", 50, target())).status())
                    .isEqualTo(407);
        }
        assertThat(member.exchange(within(member, "OPTIONS", 51, target())).status())
                .isEqualTo(200);
    }

    /** A phone whose connection or whose NAT has changed is not a stranger: it proves who it is. */
    @Test
    void aPhoneThatHasMovedGoesOnWithItsPassword() {
        try (RawPhone moved = new RawPhone(system.world(), STRANGER, 0)) {
            SipMessage options = within(moved, "OPTIONS", 50, target());
            assertThat(moved.exchangeAs(account, options).status()).isEqualTo(200);
            assertThat(moved.exchangeAs(
                                    system.world().tenant("demo").account("802"),
                                    within(moved, "OPTIONS", 60, target()))
                            .status())
                    .as("its place is known now")
                    .isEqualTo(200);
        }
        try (RawPhone colleague = new RawPhone(system.world(), STRANGER, 0)) {
            assertThat(colleague
                            .exchangeAs(
                                    system.world().tenant("demo").account("802"),
                                    within(colleague, "OPTIONS", 70, target()))
                            .status())
                    .isEqualTo(403);
        }
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                Arguments.of("sip:+4930999@127.0.0.1:5090"),
                Arguments.of("sip:127.0.0.1:15432;transport=tcp"),
                Arguments.of("sip:somebody@192.0.2.1"),
                Arguments.of("sip:801@demo.parley.test"));
    }

    /** Not even a member of the call, which has a valid route. */
    @ParameterizedTest
    @MethodSource("elsewhere")
    void aMemberReachesNobodyElse(String uri) {
        assertThat(member.exchange(within(member, "INVITE", 60, uri)).status()).isEqualTo(403);
        assertThat(carrier.hasReceived("INVITE")).isFalse();
    }

    /** What RFC 3261 §19.1.1 lets a URI say about where it leads. */
    @Test
    void neitherAliasNorMaddrLeadsAway() {
        int cseq = 70;
        for (String parameter : List.of(";alias=127.0.0.1~5090~1", ";maddr=127.0.0.1:5090", ";maddr=192.0.2.1")) {
            assertThat(member.exchange(within(member, "OPTIONS", cseq++, target() + parameter))
                            .status())
                    .as(parameter)
                    .isEqualTo(200);
        }
        assertThat(carrier.hasReceived("OPTIONS")).isFalse();
    }

    /** An answer that no request waits for would go wherever its Via says. */
    @Test
    void aStrayAnswerGoesNowhere() {
        try (RawPhone stranger = new RawPhone(system.world(), STRANGER, 0)) {
            SipMessage stray = SipMessage.response(within(stranger, "INVITE", 50, target()), 200, "OK")
                    .without("Via")
                    .topped("Via", "SIP/2.0/UDP " + carrier.hostAndPort() + ";branch=z9hG4bKstray")
                    .topped("Via", "SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKedge");
            stranger.send(stray);
            // Answered after it.
            assertThat(stranger.exchange(within(stranger, "BYE", 51, theCarriersNumber()))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(carrier.await(message -> !message.isRequest(), java.time.Duration.ofMillis(500)))
                .isEmpty();
    }

    private SipMessage within(RawPhone phone, String method, int cseq, String uri) {
        SipMessage request = phone.request(method, uri, account.uri(), cseq)
                .replacing("From", invite.require("From"))
                .replacing("To", answer.require("To"))
                .replacing("Call-ID", invite.callId());
        for (String route : answer.all("Record-Route").reversed()) {
            request = request.with("Route", route);
        }
        return request;
    }

    private String target() {
        return SipMessage.uri(answer.require("Contact"));
    }

    private String theCarriersNumber() {
        return "sip:+4930999@" + carrier.hostAndPort();
    }

    private static SipMessage route(SipMessage request, String part, String other) {
        SipMessage changed = request.without("Route");
        for (String route : request.all("Route")) {
            changed = changed.with("Route", route.replace(part, other));
        }
        return changed;
    }

    private static Arguments trick(String name, UnaryOperator<SipMessage> trick) {
        return Arguments.of(name, trick);
    }
}

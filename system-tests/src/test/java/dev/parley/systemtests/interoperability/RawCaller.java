package dev.parley.systemtests.interoperability;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.HonestMessages;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.World;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A telephone or a carrier whose INVITE is rewritten before it is sent. Whatever call comes of it is hung up again. */
final class RawCaller {
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TELEPHONE = "127.0.82.1";
    private static final Account CALLER = WireTenant.account(0);
    private static final String END = "\r\n\r\n";

    private final InetSocketAddress edge;

    /**
     * What came of it.
     *
     * @param status of the final answer, 0 when none came
     * @param goodbye the status of our BYE, where the call was answered
     */
    record Outcome(int status, int goodbye, SipMessage answer, List<SipMessage> heard) {
        boolean isTaken() {
            return status == 200 && goodbye == 200;
        }

        @Override
        public String toString() {
            return status + (goodbye == 0 ? "" : ", BYE " + goodbye) + " " + heard;
        }
    }

    RawCaller(World world) {
        edge = world.sip().address();
    }

    Outcome phone(String called, UnaryOperator<String> change) {
        return byPhone(called, change, false);
    }

    Outcome phoneOverTcp(String called, UnaryOperator<String> change) {
        return byPhone(called, change, true);
    }

    private Outcome byPhone(String called, UnaryOperator<String> change, boolean overStream) {
        InetSocketAddress local = Address.of(TELEPHONE, 0);
        try (Wire wire = overStream ? Wire.tcp(local, edge) : Wire.udp(local, edge)) {
            byte[] bare = changed(new HonestMessages(wire).invite(CALLER, called), change);
            Exchange first = new Exchange(wire);
            Optional<SipMessage> answer = first.ask(bare, SILENCE, LIMIT);
            if (answer.isEmpty() || answer.get().status() != 407) {
                return outcome(answer, first);
            }
            Exchange second = new Exchange(wire);
            return outcome(second.ask(Credentials.added(bare, answer.get(), CALLER), SILENCE, LIMIT), second);
        }
    }

    Outcome trunk(String number, UnaryOperator<String> change) {
        try (Wire wire = Wire.udp(Address.of(WireTenant.GATEWAY, 0), edge)) {
            Exchange exchange = new Exchange(wire);
            byte[] invite = changed(new HonestMessages(wire).carrierInvite(number), change);
            return outcome(exchange.ask(invite, SILENCE, LIMIT), exchange);
        }
    }

    private static byte[] changed(SipMessage invite, UnaryOperator<String> change) {
        return change.apply(new String(invite.bytes(), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Outcome outcome(Optional<SipMessage> answer, Exchange exchange) {
        return new Outcome(
                answer.map(SipMessage::status).orElse(0),
                exchange.goodbye(),
                answer.orElse(new SipMessage("nothing", List.of(), "")),
                exchange.heard());
    }

    // ---- rewriting

    /** Replaces the first match of a regular expression in the head. */
    static UnaryOperator<String> head(String regex, String replacement) {
        return text -> {
            int end = text.indexOf(END);
            return text.substring(0, end).replaceFirst(regex, replacement) + text.substring(end);
        };
    }

    /** Adds a header line. */
    static UnaryOperator<String> plus(String line) {
        return text ->
                text.replaceFirst("\r\n", "\r\n" + line.replace("\\", "\\\\").replace("$", "\\$") + "\r\n");
    }

    static UnaryOperator<String> body(String contentType, UnaryOperator<String> change) {
        return text -> {
            int end = text.indexOf(END);
            String body = change.apply(text.substring(end + END.length()));
            return text.substring(0, end)
                            .replaceFirst("Content-Type: .*", "Content-Type: " + contentType)
                            .replaceFirst("Content-Length: .*", "Content-Length: " + body.length())
                    + END
                    + body;
        };
    }

    static UnaryOperator<String> sdp(UnaryOperator<String> change) {
        return body("application/sdp", change);
    }
}

package dev.parley.systemtests.wire;

import dev.parley.systemtests.rtp.Sdp;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What a telephone and a carrier really send, before it is changed. Not thread-safe. */
public final class HonestMessages {
    private static final String SDP = "application/sdp";
    private static final int RTP_PORT = 49_170;

    private final Wire wire;

    public HonestMessages(Wire wire) {
        this.wire = wire;
    }

    /** Of a telephone of a common make. */
    public SipMessage invite(Account caller, String called) {
        return withHeaders(SipMessage.request("INVITE", "sip:" + called + "@" + caller.domain())
                        .with("Via", new Exchange(wire).via())
                        .with("Max-Forwards", "70")
                        .with("From", "\"Desk " + caller.user() + "\" <" + caller.uri() + ">;tag=" + tag())
                        .with("To", "<sip:" + called + "@" + caller.domain() + ">")
                        .with("Call-ID", UUID.randomUUID() + "@" + wire.local().getHostString())
                        .with("CSeq", "1 INVITE")
                        .with("Contact", "<" + contact(caller.user()) + ">")
                        .with("User-Agent", "Parley test phone"))
                .carrying(SDP, sdp(1));
    }

    /** Of a carrier's switch, which asserts who calls. */
    public SipMessage carrierInvite(String called) {
        return withHeaders(SipMessage.request("INVITE", "sip:" + called + "@127.0.0.1:5060;user=phone")
                        .with("Via", new Exchange(wire).via())
                        .with("Max-Forwards", "69")
                        .with("From", "<sip:+49891234567@" + WireTenant.GATEWAY + ";user=phone>;tag=" + tag())
                        .with("To", "<sip:" + called + "@127.0.0.1:5060;user=phone>")
                        .with("Call-ID", UUID.randomUUID().toString())
                        .with("CSeq", "101 INVITE")
                        .with("Contact", "<" + contact("+49891234567") + ">")
                        .with("P-Asserted-Identity", "<sip:+49891234567@" + WireTenant.GATEWAY + ">"))
                .carrying(SDP, sdp(1));
    }

    public SipMessage register(Account account, int seconds) {
        return SipMessage.request("REGISTER", "sip:" + account.domain())
                .with("Via", new Exchange(wire).via())
                .with("Max-Forwards", "70")
                .with("From", "<" + account.uri() + ">;tag=" + tag())
                .with("To", "<" + account.uri() + ">")
                .with("Call-ID", UUID.randomUUID().toString())
                .with("CSeq", "1 REGISTER")
                .with("Contact", "<" + contact(account.user()) + ">;expires=" + seconds)
                .with("Expires", String.valueOf(seconds))
                .with("User-Agent", "Parley test phone");
    }

    private static SipMessage withHeaders(SipMessage request) {
        return request.with("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK")
                .with("Supported", "timer, replaces")
                .with("Session-Expires", "1800")
                .with("Min-SE", "90");
    }

    public String sdp(long version) {
        return new Sdp(
                        "4711",
                        version,
                        new InetSocketAddress(wire.local().getAddress(), RTP_PORT),
                        Map.of(0, "PCMU/8000", Sdp.TELEPHONE_EVENT, "telephone-event/8000"),
                        Sdp.Direction.SENDRECV)
                .text();
    }

    public String contact(String user) {
        return "sip:" + user + "@" + wire.local().getHostString() + ":"
                + wire.local().getPort() + (wire.isReliable() ? ";transport=tcp" : "");
    }

    private static String tag() {
        return Long.toString(new Random().nextLong() >>> 1, 36);
    }
}

package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.Called;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SipRequest;
import java.util.Optional;

/** Our INVITE to the called party; it goes by the edge, which knows where phones and trunks are. */
final class Invitations {
    private static final int MAX_FORWARDS = 70;

    private Invitations() {}

    static Called party(Arrival arrival, String uri, String domain, Optional<String> trunk) {
        String from = new NameAddress(
                        arrival.caller().name(), "sip:" + arrival.caller().number() + "@" + domain, "")
                .address();
        return new Called(uri, from, forwards(arrival.invite()) - 1, trunk);
    }

    private static int forwards(SipRequest invite) {
        return invite.headers()
                .first("Max-Forwards")
                .filter(value -> value.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(MAX_FORWARDS);
    }

    static SipRequest invite(Line line, Called party, String offer, CallSettings settings) {
        Headers headers = Headers.NONE
                .with("Max-Forwards", String.valueOf(party.maxForwards()))
                .with("From", party.from() + ";tag=" + line.tag())
                .with("To", "<" + party.uri() + ">")
                .with("Call-ID", line.leg() + "@parley")
                .with("CSeq", "1 INVITE")
                .with("Contact", line.contact())
                .with("Allow", Replies.ALLOW)
                .with("Supported", "timer")
                .with("Session-Expires", String.valueOf(settings.leg().session().toSeconds()))
                .with("Min-SE", String.valueOf(settings.leg().minimumSession().toSeconds()))
                .with("X-Parley-Key", settings.edgeKey())
                .with("X-Parley-Trunk", party.trunk())
                .with("Content-Type", Sdp.CONTENT_TYPE);
        return SipRequest.ours("INVITE", party.uri(), headers, offer);
    }
}

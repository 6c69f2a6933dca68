package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import java.util.Optional;

/** Our INVITE to the called party; it goes by the edge, which knows where phones and trunks are. */
final class Invitations {
    static final int MAX_FORWARDS = 70;

    private Invitations() {}

    static Called party(Particulars about, Destination.Phone phone) {
        return new Called(
                "sip:" + phone.extension() + "@" + phone.domain(),
                from(about, phone.domain()),
                about.maxForwards() - 1,
                Optional.empty(),
                Optional.of(phone),
                Optional.empty(),
                diversion(phone.trail(), phone.domain()));
    }

    static Called party(Particulars about, Destination.Outside outside) {
        return new Called(
                "sip:" + outside.number() + "@" + outside.domain(),
                from(about, outside.domain()),
                about.maxForwards() - 1,
                Optional.of(outside.trunk()),
                Optional.empty(),
                Optional.of(outside.toll()),
                diversion(outside.trail(), outside.domain()));
    }

    /** Somebody who is called back sees the number that was called. */
    static Called party(Particulars about, Destination.CallBack order) {
        Destination.Outside back = order.back();
        String from = new NameAddress(Optional.empty(), "sip:" + order.number() + "@" + back.domain(), "").address();
        Called party = party(about, back);
        return new Called(
                party.uri(), from, party.maxForwards(), party.trunk(), party.phone(), party.toll(), party.diversion());
    }

    private static String from(Particulars about, String domain) {
        Caller caller = about.caller();
        return new NameAddress(caller.name(), "sip:" + caller.number() + "@" + domain, "").address();
    }

    private static Optional<String> diversion(Trail trail, String domain) {
        return trail.last()
                .map(hop -> "<sip:" + hop.extension() + "@" + domain + ">;reason=" + reason(hop.why()) + ";counter="
                        + trail.hops().size());
    }

    private static String reason(Condition why) {
        return switch (why) {
            case ALWAYS -> "unconditional";
            case BUSY -> "user-busy";
            case NO_ANSWER -> "no-answer";
            case UNREACHABLE -> "unavailable";
        };
    }

    /** What stays true of the call that this INVITE begins. */
    static Particulars particulars(Arrival arrival) {
        return new Particulars(
                arrival.caller(),
                arrival.dialled(),
                arrival.language(),
                forwards(arrival.invite()),
                arrival.second(),
                0);
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
                .with("Diversion", party.diversion())
                .with("Content-Type", Sdp.CONTENT_TYPE);
        return SipRequest.ours("INVITE", party.uri(), headers, offer);
    }
}

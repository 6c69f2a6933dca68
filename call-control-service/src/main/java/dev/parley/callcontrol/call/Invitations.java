package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.dialplan.CallerIdentity;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Presentation;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.EdgePrivacy;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Our INVITE to the called party; it goes by the edge, which knows where phones and trunks are. */
final class Invitations {
    static final int MAX_FORWARDS = 70;

    /** RFC 3323 §4.1.1.3. */
    private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";

    private Invitations() {}

    static Called party(Particulars about, Destination.Phone phone, Presentation presentation) {
        CallerIdentity shown = presentation.toPhone(phone.tenant(), about.caller());
        return new Called(
                "sip:" + phone.extension() + "@" + phone.domain(),
                from(shown, shown.number(), phone.domain()),
                about.maxForwards() - 1,
                Optional.empty(),
                Optional.of(phone),
                Optional.empty(),
                phone.trail()
                        .last()
                        .map(hop -> diversion(
                                phone.trail(),
                                presentation.withholds(phone.tenant(), hop.extension())
                                        ? ANONYMOUS
                                        : "<sip:" + hop.extension() + "@" + phone.domain() + ">",
                                presentation.withholds(phone.tenant(), hop.extension()))),
                Optional.of(
                        new Called.Identity(Optional.empty(), phone.extension(), Optional.empty(), shown.withheld())));
    }

    static Called party(Particulars about, Destination.Outside outside, Presentation presentation) {
        return party(about, outside, presentation, presentation.toTrunk(about.caller(), outside));
    }

    /** Somebody who is called back sees the number that was called. */
    static Called party(Particulars about, Destination.CallBack order, Presentation presentation) {
        return party(about, order.back(), presentation, presentation.ofNumber(order.number()));
    }

    private static Called party(
            Particulars about, Destination.Outside outside, Presentation presentation, CallerIdentity shown) {
        UnaryOperator<String> written = number -> presentation.written(outside.trunk(), number);
        Trail trail = outside.trail();
        return new Called(
                "sip:" + written.apply(outside.number()) + "@" + outside.domain(),
                from(shown, written.apply(shown.number()), outside.domain()),
                about.maxForwards() - 1,
                Optional.of(outside.trunk()),
                Optional.empty(),
                Optional.of(outside.toll()),
                trail.last()
                        .map(hop -> diversion(
                                trail,
                                "<sip:" + written.apply(presentation.ofExtension(outside, hop.extension())) + "@"
                                        + outside.domain() + ">",
                                presentation.withholds(outside.tenant(), hop.extension()))),
                Optional.of(new Called.Identity(
                        Optional.of(shown.asserted().orElse(shown.number())),
                        outside.number(),
                        shown.asserted().map(number -> "<sip:" + written.apply(number) + "@" + outside.domain() + ">"),
                        shown.withheld())));
    }

    private static String from(CallerIdentity shown, String written, String domain) {
        return shown.withheld()
                ? ANONYMOUS
                : new NameAddress(shown.name(), "sip:" + written + "@" + domain, "").address();
    }

    /** RFC 5806. */
    private static String diversion(Trail trail, String address, boolean withheld) {
        String reason = trail.last().map(hop -> reason(hop.why())).orElse("unknown");
        return address + ";reason=" + reason + ";counter=" + trail.hops().size() + (withheld ? ";privacy=full" : "");
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
                .withAll(party.identity().map(who -> identity(who, party)).orElse(Headers.NONE))
                .with("Content-Type", Sdp.CONTENT_TYPE);
        return SipRequest.ours("INVITE", party.uri(), headers, offer);
    }

    /** Who calls, for the trunk, and for our own records; the edge takes what begins with {@code X-Parley-} away. */
    private static Headers identity(Called.Identity who, Called party) {
        boolean withheld = who.withheld();
        Headers marked = withheld ? EdgePrivacy.WITHHELD : Headers.NONE;
        return party.trunk().isEmpty()
                ? marked
                : marked.with("Privacy", withheld ? Optional.of("id") : Optional.empty())
                        .with("P-Asserted-Identity", who.asserted())
                        .with("X-Parley-Caller", who.caller())
                        .with("X-Parley-Called", who.called());
    }
}

package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Leg.Gone;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.Leg.Media;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import java.time.Instant;

/** While their INVITE waits for our final answer. */
final class IncomingRules {
    private final LegSettings settings;

    IncomingRules(LegSettings settings) {
        this.settings = settings;
    }

    LegStep decide(Incoming leg, LegInput input, Instant now) {
        return switch (input) {
            case LegInput.Requested(SipRequest request) -> requested(leg, request);
            case LegInput.Ring _ -> LegStep.to(leg).reply(leg.invite(), ringing(leg));
            case LegInput.Progress(String answer) ->
                LegStep.to(leg)
                        .reply(
                                leg.invite(),
                                Replies.withSdp(
                                        leg.invite(),
                                        183,
                                        leg.line().tag(),
                                        leg.line().contact(),
                                        answer,
                                        Headers.NONE));
            case LegInput.Accept accept -> accept(leg, accept, now);
            case LegInput.Refuse(FinalAnswer answer) -> refuse(leg, answer, LegEnd.REFUSED);
            case LegInput.HangUp _ -> refuse(leg, FinalAnswer.of(480), LegEnd.ENDED_BY_US);
            case LegInput.Responded _,
                    LegInput.Negotiated _,
                    LegInput.NegotiationFailed _,
                    LegInput.MediaLost _,
                    LegInput.Elapsed _,
                    LegInput.Move _ -> LegStep.to(leg);
        };
    }

    private static LegStep requested(Incoming leg, SipRequest request) {
        String tag = leg.line().tag();
        return switch (request.method()) {
            case "CANCEL", "BYE" ->
                LegStep.to(new Gone(leg.line()))
                        .reply(request, Replies.to(request, 200, tag))
                        .reply(leg.invite(), Replies.to(leg.invite(), 487, tag))
                        .notice(new LegNotice.Over(LegEnd.CANCELLED));
            // The stack repeats our answers itself; what gets here came another way round (RFC 3261 §8.2.2.2).
            case "INVITE" ->
                request.branch().equals(leg.invite().branch())
                        ? LegStep.to(leg)
                        : LegStep.to(leg).reply(request, Replies.to(request, 482, tag));
            case "ACK" -> LegStep.to(leg);
            default ->
                LegStep.to(leg).reply(request, Replies.to(request, 500, tag, Headers.NONE.with("Retry-After", "1")));
        };
    }

    private static SipResponse ringing(Incoming leg) {
        Headers headers = leg.invite()
                .headers()
                .only("Record-Route")
                .with("Contact", leg.line().contact());
        return Replies.to(leg.invite(), 180, leg.line().tag(), headers);
    }

    private LegStep accept(Incoming leg, LegInput.Accept accept, Instant now) {
        SipRequest invite = leg.invite();
        Line line = leg.line();
        SessionTimer session = SessionTimer.answering(invite, settings.session());
        SipResponse response =
                Replies.withSdp(invite, 200, line.tag(), line.contact(), accept.sdp(), session.asAnswer());
        String offer = invite.sdp().orElse("");
        Exchange exchange = new Exchange.AwaitingAck(
                invite, response, true, offer.isEmpty(), settings.t1(), now.plus(settings.ackPatience()));
        Up up = new Up(
                line,
                Dialog.answering(invite, line.tag(), line.contact()),
                new Media(accept.sdp(), offer, 0, Sdp.holds(offer)),
                exchange,
                session,
                now.plus(session.due()),
                0,
                false);
        return LegStep.to(up)
                .reply(invite, response)
                .start(LegTimer.REPEAT, settings.t1())
                .start(LegTimer.SESSION, session.due());
    }

    private static LegStep refuse(Incoming leg, FinalAnswer answer, LegEnd end) {
        return LegStep.to(new Gone(leg.line()))
                .reply(
                        leg.invite(),
                        Replies.to(leg.invite(), answer.status(), leg.line().tag(), answer.headers()))
                .notice(new LegNotice.Over(end));
    }
}

package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Leg.Early;
import dev.parley.callcontrol.leg.Leg.Gone;
import dev.parley.callcontrol.leg.Leg.Media;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** While our INVITE waits for their final answer; several phones may ring, each with an early dialog of its own. */
final class OutgoingRules {
    private static final long EARLY = 1;
    private final LegSettings settings;

    OutgoingRules(LegSettings settings) {
        this.settings = settings;
    }

    LegStep decide(Outgoing leg, LegInput input, Instant now) {
        return switch (input) {
            case LegInput.Responded(SipResponse response)
            when response.cseq().number() != leg.invite().cseq() -> LegStep.to(leg);
            case LegInput.Responded(SipResponse response) when response.provisional() -> provisional(leg, response);
            case LegInput.Responded(SipResponse response) when response.success() -> answered(leg, response, now);
            case LegInput.Responded(SipResponse response) -> rejected(leg, response);
            case LegInput.HangUp _, LegInput.Refuse _ -> cancel(leg).notice(new LegNotice.Over(LegEnd.ENDED_BY_US));
            case LegInput.NegotiationFailed _ ->
                cancel(leg)
                        .notice(new LegNotice.Rejected(
                                488, leg.rang(), leg.early().isPresent()));
            // No request may come before there is a dialog that we have agreed to.
            case LegInput.Requested(SipRequest request) when request.is("ACK") -> LegStep.to(leg);
            case LegInput.Requested(SipRequest request) ->
                LegStep.to(leg)
                        .reply(request, Replies.to(request, 481, leg.line().tag()));
            case LegInput.Negotiated _,
                    LegInput.MediaLost _,
                    LegInput.Elapsed _,
                    LegInput.Ring _,
                    LegInput.Progress _,
                    LegInput.Accept _,
                    LegInput.Move _ -> LegStep.to(leg);
        };
    }

    private LegStep provisional(Outgoing leg, SipResponse response) {
        if (response.status() == 100) {
            return LegStep.to(leg);
        }
        Optional<String> sdp = response.sdp();
        if (sdp.isPresent() && leg.early().isEmpty()) {
            Early early = new Early(response.toTag(), sdp.get());
            LegStep heard = LegStep.to(new Outgoing(leg.line(), leg.invite(), leg.offer(), true, Optional.of(early)))
                    .ask(answer(leg.line(), EARLY, sdp.get()))
                    .notice(new LegNotice.EarlyMedia());
            return rings(response, heard);
        }
        return rings(response, LegStep.to(new Outgoing(leg.line(), leg.invite(), leg.offer(), true, leg.early())));
    }

    /** Said also where there is early media: nobody knows whether anything can be heard in it (RFC 3960 §3.2). */
    private static LegStep rings(SipResponse response, LegStep step) {
        return response.status() == 180 ? step.notice(new LegNotice.Rang()) : step;
    }

    private LegStep answered(Outgoing leg, SipResponse response, Instant now) {
        Line line = leg.line();
        Dialog dialog = Dialog.answeredBy(response, line.contact());
        Optional<Early> early = leg.early().filter(known -> known.tag().equals(response.toTag()));
        Optional<String> answer = response.sdp().or(() -> early.map(Early::answer));
        Effect.Acknowledge ack =
                new Effect.Acknowledge(dialog.ack(response.cseq().number()));
        // An answer without an SDP breaks RFC 3261 §13.2.1: nobody would hear anything. One without a tag or without a
        // Contact of SIP breaks §12.1.1: no request of ours would find the party. Both are ended at once.
        if (answer.isEmpty() || !Dialog.isMadeBy(response)) {
            return LegStep.to(new Gone(line))
                    .then(ack)
                    .then(new Effect.Send(dialog.advanced().request("BYE", Headers.NONE, "")))
                    .notice(new LegNotice.Rejected(
                            answer.isEmpty() ? 488 : 502,
                            leg.rang(),
                            leg.early().isPresent()));
        }
        boolean agreed = early.map(known -> known.answer().equals(answer.get())).orElse(false);
        long negotiation = leg.early().isEmpty() ? EARLY : agreed ? EARLY : EARLY + 1;
        SessionTimer session = SessionTimer.answeredBy(response, settings.session());
        Up up = new Up(
                line,
                dialog,
                new Media(leg.offer(), answer.get(), negotiation, Sdp.holds(answer.get())),
                new Exchange.Settled(),
                session,
                now.plus(session.due()),
                response.cseq().number(),
                false);
        LegStep step = LegStep.to(up).then(ack);
        return (agreed ? step : step.ask(answer(line, negotiation, answer.get())))
                .start(LegTimer.SESSION, session.due())
                .notice(new LegNotice.Accepted());
    }

    private NegotiateLeg answer(Line line, long negotiation, String sdp) {
        return new NegotiateLeg(
                line.room(), line.leg(), settings.instance(), negotiation, SdpRole.ANSWER, Optional.of(sdp));
    }

    private LegStep rejected(Outgoing leg, SipResponse response) {
        Optional<Duration> longer = SessionTimer.minimum(response.headers());
        if (response.status() == 422 && longer.isPresent() && !again(leg)) {
            SipRequest invite = slower(leg.invite(), longer.get());
            return LegStep.to(new Outgoing(leg.line(), invite, leg.offer(), leg.rang(), leg.early()))
                    .then(new Effect.Send(invite));
        }
        return LegStep.to(new Gone(leg.line()))
                .notice(new LegNotice.Rejected(
                        response.status(), leg.rang(), leg.early().isPresent()));
    }

    private static boolean again(Outgoing leg) {
        return leg.invite().cseq() > 1;
    }

    /** The INVITE once more, with the session interval that a 422 asked for (RFC 4028 §6). */
    private static SipRequest slower(SipRequest invite, Duration interval) {
        Headers headers = invite.headers()
                .without("CSeq")
                .without("Session-Expires")
                .without("Min-SE")
                .with("CSeq", (invite.cseq() + 1) + " INVITE")
                .with("Session-Expires", String.valueOf(interval.toSeconds()))
                .with("Min-SE", String.valueOf(interval.toSeconds()));
        return SipRequest.ours(invite.method(), invite.uri(), headers, invite.body());
    }

    private static LegStep cancel(Outgoing leg) {
        return LegStep.to(new Gone(leg.line())).then(new Effect.Cancel(leg.invite()));
    }
}

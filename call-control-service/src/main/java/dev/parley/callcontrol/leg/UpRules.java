package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Leg.Gone;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Digits;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import java.time.Instant;

/** While there is a dialog. Negotiations are in {@link ExchangeRules}, session refreshes in {@link SessionRules}. */
final class UpRules {
    private final ExchangeRules exchanges;
    private final SessionRules sessions;
    private final MovingRules moves;

    UpRules(LegSettings settings) {
        exchanges = new ExchangeRules(settings);
        sessions = new SessionRules(settings);
        moves = new MovingRules(settings);
    }

    LegStep decide(Up leg, LegInput input, Instant now) {
        return switch (input) {
            case LegInput.Requested(SipRequest request) -> requested(leg, request, now);
            case LegInput.Move move -> MovingRules.move(leg, move);
            case LegInput.Responded(SipResponse response)
            when MovingRules.isAnswer(leg, response) -> moves.responded(leg, response, now);
            case LegInput.Responded(SipResponse response) -> sessions.responded(leg, response, now);
            case LegInput.Negotiated negotiated -> exchanges.negotiated(leg, negotiated, now);
            case LegInput.NegotiationFailed(long negotiation) -> exchanges.failed(leg, negotiation);
            case LegInput.MediaLost _ -> leg.leaving() ? LegStep.to(leg) : end(leg, LegEnd.LOST);
            case LegInput.Elapsed elapsed -> elapsed(leg, elapsed.timer(), now);
            case LegInput.HangUp _, LegInput.Refuse _ -> hangUp(leg);
            case LegInput.Ring _, LegInput.Progress _, LegInput.Accept _ -> LegStep.to(leg);
        };
    }

    private LegStep elapsed(Up leg, LegTimer timer, Instant now) {
        return switch (timer) {
            case REPEAT -> exchanges.repeat(leg, now);
            case MEDIA -> exchanges.impatient(leg, now);
            case SESSION, RETRY -> sessions.due(leg, timer);
        };
    }

    private LegStep requested(Up leg, SipRequest request, Instant now) {
        if (!request.callId().equals(leg.dialog().callId())
                || !request.fromTag().equals(leg.dialog().remoteTag())) {
            return request.is("ACK") ? LegStep.to(leg) : answer(leg, request, 481);
        }
        return switch (request.method()) {
            case "ACK" -> exchanges.acknowledged(leg, request);
            case "CANCEL" -> RepeatRules.cancelled(leg, request);
            default -> numbered(leg, request, now);
        };
    }

    private LegStep numbered(Up leg, SipRequest request, Instant now) {
        if (request.cseq() <= leg.dialog().remoteCSeq()) {
            return RepeatRules.outOfOrder(leg, request);
        }
        Up heard = leg.with(leg.dialog().heard(request.cseq()));
        return switch (request.method()) {
            case "BYE" -> bye(heard, request);
            case "INVITE", "UPDATE" -> exchanges.offered(heard, request, now);
            case "INFO" -> digit(heard, request);
            case "OPTIONS" ->
                LegStep.to(heard)
                        .reply(
                                request,
                                Replies.to(request, 200, leg.line().tag(), Headers.NONE.with("Allow", Replies.ALLOW)));
            default -> answer(heard, request, 405);
        };
    }

    private static LegStep bye(Up leg, SipRequest request) {
        LegStep over = LegStep.to(new Gone(leg.line())).reply(request, Replies.to(request, 200, ""));
        return ExchangeRules.abandon(leg, over).notice(new LegNotice.Over(LegEnd.HUNG_UP));
    }

    private static LegStep digit(Up leg, SipRequest request) {
        return Digits.in(request)
                .map(digit -> ExchangeRules.beforeKeys(leg)
                        .reply(request, Replies.to(request, 200, leg.line().tag()))
                        .notice(new LegNotice.Digit(digit)))
                .orElseGet(() -> answer(leg, request, request.body().isBlank() ? 200 : 415));
    }

    private static LegStep answer(Up leg, SipRequest request, int status) {
        return LegStep.to(leg)
                .reply(request, Replies.to(request, status, leg.line().tag()));
    }

    private static LegStep hangUp(Up leg) {
        boolean tooEarly = leg.exchange() instanceof Exchange.AwaitingAck awaiting && awaiting.first();
        // The called side must not say BYE before the ACK has come (RFC 3261 §15).
        return tooEarly ? LegStep.to(leg.leave()) : end(leg, LegEnd.ENDED_BY_US);
    }

    /** Says BYE and is gone. */
    static LegStep end(Up leg, LegEnd reason) {
        LegStep over = LegStep.to(new Gone(leg.line()))
                .then(new Effect.Send(leg.dialog().advanced().request("BYE", Headers.NONE, "")));
        return ExchangeRules.abandon(leg, over).notice(new LegNotice.Over(reason));
    }
}

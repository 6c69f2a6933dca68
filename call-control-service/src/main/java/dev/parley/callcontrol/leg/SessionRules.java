package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Exchange.Refreshing;
import dev.parley.callcontrol.leg.Exchange.Settled;
import dev.parley.callcontrol.leg.Leg.Media;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.callcontrol.sip.Strays;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Session refreshes and what comes back to them (RFC 4028 §10); a party that cannot be refreshed is lost. */
final class SessionRules {
    private static final Duration SOON = Duration.ofSeconds(5);
    /** After a refusal that may pass, such as a 500 or 503. */
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** RFC 3261 §14.1: whoever made the Call-ID waits longer after a 491, so that the two do not meet again. */
    private static final Duration OURS = Duration.ofSeconds(3);

    private static final Duration THEIRS = Duration.ofSeconds(1);
    private final LegSettings settings;

    SessionRules(LegSettings settings) {
        this.settings = settings;
    }

    LegStep due(Up leg, LegTimer timer) {
        if (!leg.session().weRefresh()) {
            return timer == LegTimer.SESSION ? UpRules.end(leg, LegEnd.LOST) : LegStep.to(leg);
        }
        if (!(leg.exchange() instanceof Settled)) {
            return LegStep.to(leg).start(LegTimer.RETRY, SOON);
        }
        return refresh(leg);
    }

    private static LegStep refresh(Up leg) {
        Dialog dialog = leg.dialog().advanced();
        boolean byUpdate = leg.session().byUpdate();
        Headers headers = leg.session().asRefresh().with("Allow", Replies.ALLOW);
        String method = byUpdate ? "UPDATE" : "INVITE";
        SipRequest request = byUpdate
                ? dialog.request(method, headers, "")
                : dialog.request(
                        method,
                        headers.with("Content-Type", Sdp.CONTENT_TYPE),
                        leg.media().local());
        Up refreshing = leg.with(dialog).with(new Refreshing(method, dialog.localCSeq()));
        return LegStep.to(byUpdate ? refreshing : refreshing.inviting(dialog.localCSeq()))
                .then(new Effect.Send(request));
    }

    LegStep responded(Up leg, SipResponse response, Instant now) {
        boolean toRefresh = leg.exchange() instanceof Refreshing refreshing
                && refreshing.cseq() == response.cseq().number()
                && refreshing.method().equals(response.cseq().method());
        if (!toRefresh) {
            return repeated(leg, response);
        }
        if (response.provisional()) {
            return LegStep.to(leg);
        }
        return response.success() ? refreshed(leg, response, now) : refused(leg.with(new Settled()), response, now);
    }

    /** A 2xx that we have seen, or that of another phone which was rung at the same time (RFC 3261 §13.2.2.4). */
    private static LegStep repeated(Up leg, SipResponse response) {
        if (!response.success() || !response.cseq().method().equals("INVITE")) {
            return LegStep.to(leg);
        }
        if (!response.toTag().equals(leg.dialog().remoteTag())) {
            Strays.Ending ending = Strays.end(response, leg.line().contact());
            return LegStep.to(leg).then(new Effect.Acknowledge(ending.ack())).then(new Effect.Send(ending.bye()));
        }
        return response.cseq().number() == leg.invited()
                ? LegStep.to(leg).then(new Effect.Acknowledge(leg.dialog().ack(leg.invited())))
                : LegStep.to(leg);
    }

    private LegStep refreshed(Up leg, SipResponse response, Instant now) {
        Dialog dialog = leg.dialog().refreshedBy(response.headers());
        SessionTimer session = SessionTimer.answeredBy(response, leg.session().interval());
        Up settled = leg.with(dialog).with(new Settled()).with(session, now.plus(session.due()));
        LegStep step = LegStep.to(settled);
        if (response.cseq().method().equals("INVITE")) {
            step = step.then(new Effect.Acknowledge(dialog.ack(response.cseq().number())));
            Optional<String> moved =
                    response.sdp().filter(sdp -> !sdp.equals(leg.media().remote()));
            if (moved.isPresent()) {
                step = renegotiated(settled, moved.get(), step);
            }
        }
        return step.start(LegTimer.SESSION, session.due());
    }

    private LegStep renegotiated(Up leg, String answer, LegStep step) {
        Media media = leg.media();
        Media next = new Media(media.local(), answer, media.negotiation() + 1, media.held());
        return new LegStep(leg.with(next), step.effects(), step.notices())
                .ask(new NegotiateLeg(
                        leg.line().room(),
                        leg.id(),
                        settings.instance(),
                        next.negotiation(),
                        SdpRole.ANSWER,
                        Optional.of(answer)));
    }

    /** It answers, so it lives: tried again soon, as long as the session lasts, and then as seldom as that is refreshed. */
    private static LegStep later(Up leg, Instant now) {
        SessionTimer session = leg.session();
        Instant end = leg.sessionDue().plus(session.interval().minus(session.due()));
        return now.plus(AGAIN).isBefore(end)
                ? LegStep.to(leg).start(LegTimer.RETRY, AGAIN)
                : LegStep.to(leg.with(session, now.plus(session.due()))).start(LegTimer.SESSION, session.due());
    }

    private static LegStep refused(Up leg, SipResponse response, Instant now) {
        SessionTimer session = leg.session();
        return switch (response.status()) {
            case 408, 481 -> UpRules.end(leg, LegEnd.LOST);
            case 491 ->
                LegStep.to(leg)
                        .start(
                                LegTimer.RETRY,
                                leg.dialog().callId().startsWith(leg.id().value()) ? OURS : THEIRS);
            case 422 -> {
                Duration longer = SessionTimer.minimum(response.headers())
                        .orElse(session.interval().multipliedBy(2));
                yield LegStep.to(leg.with(new SessionTimer(longer, true, session.byUpdate()), leg.sessionDue()))
                        .start(LegTimer.RETRY, THEIRS);
            }
            case 405, 501 ->
                LegStep.to(leg.with(new SessionTimer(session.interval(), true, false), leg.sessionDue()))
                        .start(LegTimer.RETRY, THEIRS);
            default -> later(leg, now);
        };
    }
}

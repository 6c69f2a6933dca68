package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Exchange.Moving;
import dev.parley.callcontrol.leg.Exchange.Settled;
import dev.parley.callcontrol.leg.Leg.Media;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a leg that is up to another room: a re-INVITE with the media that the other room has for it. Every phone knows
 * re-INVITE, for it is how hold works; until it agrees, it goes on hearing what it has heard.
 */
final class MovingRules {
    private static final long FIRST = 1;
    private final LegSettings settings;

    MovingRules(LegSettings settings) {
        this.settings = settings;
    }

    /** Only where nothing else is being negotiated; else nothing happens, and it is to be said again. */
    static LegStep move(Up leg, LegInput.Move move) {
        if (!(leg.exchange() instanceof Settled) || leg.leaving()) {
            return LegStep.to(leg);
        }
        Dialog dialog = leg.dialog().advanced();
        String offer = Sdp.continuing(leg.media().local(), move.offer());
        Headers headers = leg.session().asRefresh().with("Allow", Replies.ALLOW).with("Content-Type", Sdp.CONTENT_TYPE);
        long cseq = dialog.localCSeq();
        return LegStep.to(leg.with(dialog)
                        .with(new Moving(move.to(), offer, cseq))
                        .inviting(cseq))
                .then(new Effect.Send(dialog.request("INVITE", headers, offer)));
    }

    static boolean isAnswer(Up leg, SipResponse response) {
        return leg.exchange() instanceof Moving moving
                && moving.cseq() == response.cseq().number()
                && response.cseq().method().equals("INVITE")
                && (response.toTag().equals(leg.dialog().remoteTag()) || !response.success());
    }

    LegStep responded(Up leg, SipResponse response, Instant now) {
        if (response.provisional() || !(leg.exchange() instanceof Moving moving)) {
            return LegStep.to(leg);
        }
        if (response.success()) {
            return agreed(leg, moving, response, now);
        }
        Up settled = leg.with(new Settled());
        return switch (response.status()) {
            case 408, 481 -> UpRules.end(settled, LegEnd.LOST);
            default -> LegStep.to(settled).notice(new LegNotice.NotMoved(response.status()));
        };
    }

    private LegStep agreed(Up leg, Moving moving, SipResponse response, Instant now) {
        Dialog dialog = leg.dialog().refreshedBy(response.headers());
        Effect ack = new Effect.Acknowledge(dialog.ack(response.cseq().number()));
        Optional<String> answer = response.sdp();
        SessionTimer session = SessionTimer.answeredBy(response, leg.session().interval());
        Up settled = leg.with(dialog).with(new Settled()).with(session, now.plus(session.due()));
        if (answer.isEmpty()) {
            // It breaks RFC 3261 §13.2.1, and nobody knows what it hears now.
            LegStep over = UpRules.end(settled, LegEnd.MEDIA_FAILED);
            return LegStep.to(over.next()).then(ack).also(over);
        }
        boolean held = Sdp.holds(answer.get());
        Up there = settled.on(leg.line().in(moving.to())).with(new Media(moving.offer(), answer.get(), FIRST, held));
        LegStep step = LegStep.to(there)
                .then(ack)
                .start(LegTimer.SESSION, session.due())
                .ask(new NegotiateLeg(moving.to(), leg.id(), settings.instance(), FIRST, SdpRole.ANSWER, answer))
                .notice(new LegNotice.Moved());
        return held ? step.notice(new LegNotice.Held()) : step;
    }
}

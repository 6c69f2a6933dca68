package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Exchange.Answering;
import dev.parley.callcontrol.leg.Exchange.AwaitingAck;
import dev.parley.callcontrol.leg.Exchange.Moving;
import dev.parley.callcontrol.leg.Exchange.Refreshing;
import dev.parley.callcontrol.leg.Exchange.Settled;
import dev.parley.callcontrol.leg.Leg.Media;
import dev.parley.callcontrol.leg.Leg.Up;
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

/** Offers and answers within a dialog, and the three-way handshake of INVITE (RFC 3261 §13 and §14, RFC 3311). */
final class ExchangeRules {
    /** For media-adapter; whoever sent the offer repeats it, or gives up, after 32 s. */
    private static final Duration MEDIA_PATIENCE = Duration.ofSeconds(5);

    private final LegSettings settings;

    ExchangeRules(LegSettings settings) {
        this.settings = settings;
    }

    /** A re-INVITE or UPDATE. */
    LegStep offered(Up leg, SipRequest request, Instant now) {
        return switch (leg.exchange()) {
            case Answering _ -> answer(leg, request, 500, Headers.NONE.with("Retry-After", "1"));
            case AwaitingAck awaiting when !awaiting.wantsAnswer() -> overtaking(leg, awaiting, request, now);
            case AwaitingAck _, Refreshing _, Moving _ -> answer(leg, request, 491, Headers.NONE);
            case Settled _ -> leg.leaving() ? answer(leg, request, 481, Headers.NONE) : negotiate(leg, request, now);
        };
    }

    /**
     * Whoever begins another INVITE or an UPDATE has our 2xx (RFC 3261 §14.1, RFC 3311 §5.1): the ACK is on its way by another process of the proxy, or is
     * lost (RFC 5407 §3.1.5). Only an ACK that brings the answer has to be waited for.
     */
    private LegStep overtaking(Up leg, AwaitingAck awaiting, SipRequest request, Instant now) {
        LegStep acknowledged = acknowledged(leg, awaiting, Optional.empty());
        return acknowledged.next() instanceof Up up
                ? negotiate(up, request, now).also(acknowledged)
                : acknowledged.reply(
                        request, Replies.to(request, 481, leg.line().tag()));
    }

    private LegStep negotiate(Up leg, SipRequest request, Instant now) {
        Up target = leg.with(leg.dialog().refreshedBy(request.headers()));
        if (request.is("UPDATE") && request.sdp().isEmpty()) {
            return session(target, request, now, Replies.to(request, 200, "", refreshed(target, request)));
        }
        Media media = leg.media();
        long number = media.negotiation() + 1;
        Media next = new Media(media.local(), request.sdp().orElse(""), number, media.held());
        return LegStep.to(target.with(next).with(new Answering(request, media.remote())))
                .ask(new NegotiateLeg(
                        leg.line().room(), leg.id(), settings.instance(), number, SdpRole.OFFER, request.sdp()))
                .start(LegTimer.MEDIA, MEDIA_PATIENCE);
    }

    /**
     * media-adapter has not made our side within time. A party that has changed nothing, and so only keeps the session alive,
     * gets what it has; else all stays as it was.
     */
    LegStep impatient(Up leg, Instant now) {
        if (!(leg.exchange() instanceof Answering(SipRequest request, String before))) {
            return LegStep.to(leg);
        }
        Media media = leg.media();
        boolean unchanged = request.sdp().filter(before::equals).isPresent();
        return unchanged
                ? agreed(leg, request, media.local(), now)
                : answer(
                        leg.with(new Settled()).with(media.from(before)),
                        request,
                        500,
                        Headers.NONE.with("Retry-After", "5"));
    }

    private static Headers refreshed(Up leg, SipRequest request) {
        return Headers.NONE
                .with("Contact", leg.line().contact())
                .with("Allow", Replies.ALLOW)
                .withAll(SessionTimer.answering(request, leg.session().interval())
                        .asAnswer());
    }

    /** Sends the 2xx; the session runs anew from now. */
    private static LegStep session(Up leg, SipRequest request, Instant now, SipResponse response) {
        SessionTimer timer = SessionTimer.answering(request, leg.session().interval());
        return LegStep.to(leg.with(timer, now.plus(timer.due())))
                .reply(request, response)
                .start(LegTimer.SESSION, timer.due());
    }

    /** media-adapter has our side of what they began. */
    LegStep negotiated(Up leg, LegInput.Negotiated ours, Instant now) {
        if (!(leg.exchange() instanceof Answering(SipRequest request, String _))
                || ours.negotiation() != leg.media().negotiation()) {
            return LegStep.to(leg);
        }
        return agreed(leg, request, Sdp.continuing(leg.media().local(), ours.sdp()), now);
    }

    private LegStep agreed(Up leg, SipRequest request, String sdp, Instant now) {
        Media media = leg.media();
        boolean offered = !media.remote().isEmpty();
        boolean held = offered ? Sdp.holds(media.remote()) : media.held();
        SipResponse response = Replies.withSdp(
                request,
                200,
                leg.line().tag(),
                leg.line().contact(),
                sdp,
                SessionTimer.answering(request, leg.session().interval()).asAnswer());
        Exchange next = request.is("UPDATE")
                ? new Settled()
                : new AwaitingAck(request, response, false, !offered, settings.t1(), now.plus(settings.ackPatience()));
        Up answered = leg.with(next).with(new Media(sdp, media.remote(), media.negotiation(), held));
        LegStep step = session(answered, request, now, response).stop(LegTimer.MEDIA);
        return hold(media.held(), held, request.is("UPDATE") ? step : step.start(LegTimer.REPEAT, settings.t1()));
    }

    private static LegStep hold(boolean before, boolean after, LegStep step) {
        if (before == after) {
            return step;
        }
        return step.notice(after ? new LegNotice.Held() : new LegNotice.Resumed());
    }

    /** media-adapter cannot agree: to an offer of theirs we say 488 and all stays as it was; without media we end. */
    LegStep failed(Up leg, long negotiation) {
        if (negotiation != leg.media().negotiation()) {
            return LegStep.to(leg);
        }
        return leg.exchange() instanceof Answering(SipRequest request, String before)
                ? answer(leg.with(new Settled()).with(leg.media().from(before)), request, 488, Headers.NONE)
                        .stop(LegTimer.MEDIA)
                : UpRules.end(leg, LegEnd.MEDIA_FAILED);
    }

    LegStep acknowledged(Up leg, SipRequest ack) {
        return leg.exchange() instanceof AwaitingAck awaiting
                        && awaiting.request().cseq() == ack.cseq()
                ? acknowledged(leg, awaiting, ack.sdp())
                : LegStep.to(leg);
    }

    private LegStep acknowledged(Up leg, AwaitingAck awaiting, Optional<String> sdp) {
        Up settled = leg.with(new Settled());
        if (leg.leaving()) {
            return UpRules.end(settled, LegEnd.ENDED_BY_US);
        }
        if (awaiting.wantsAnswer() && sdp.isEmpty()) {
            return UpRules.end(settled, LegEnd.MEDIA_FAILED);
        }
        LegStep step = awaiting.wantsAnswer() ? theirAnswer(settled, sdp.orElse("")) : LegStep.to(settled);
        LegStep stopped = step.stop(LegTimer.REPEAT);
        return awaiting.first() ? established(leg, stopped) : stopped;
    }

    /**
     * Whoever presses a key has our answer: that is told before the key, though the ACK may still be on its way, by another
     * process of the proxy.
     */
    static LegStep beforeKeys(Up leg) {
        return leg.exchange() instanceof AwaitingAck awaiting && awaiting.first() && !awaiting.wantsAnswer()
                ? established(leg, LegStep.to(leg.with(awaiting.told())))
                : LegStep.to(leg);
    }

    private static LegStep established(Up leg, LegStep step) {
        return hold(false, leg.media().held(), step.notice(new LegNotice.Acknowledged()));
    }

    private LegStep theirAnswer(Up leg, String sdp) {
        Media media = leg.media();
        long number = media.negotiation() + 1;
        boolean held = Sdp.holds(sdp);
        LegStep step = LegStep.to(leg.with(new Media(media.local(), sdp, number, held)))
                .ask(new NegotiateLeg(
                        leg.line().room(), leg.id(), settings.instance(), number, SdpRole.ANSWER, Optional.of(sdp)));
        return hold(media.held(), held, step);
    }

    /** The ACK has not come yet: say the 2xx again, or give the party up. */
    LegStep repeat(Up leg, Instant now) {
        if (!(leg.exchange() instanceof AwaitingAck awaiting)) {
            return LegStep.to(leg);
        }
        if (!now.isBefore(awaiting.giveUp())) {
            return UpRules.end(leg.with(new Settled()), LegEnd.LOST);
        }
        Duration twice = awaiting.interval().multipliedBy(2);
        Duration interval = shorter(twice, settings.t2());
        return LegStep.to(leg.with(new AwaitingAck(
                        awaiting.request(),
                        awaiting.response(),
                        awaiting.first(),
                        awaiting.wantsAnswer(),
                        interval,
                        awaiting.giveUp())))
                .reply(awaiting.request(), awaiting.response())
                .start(LegTimer.REPEAT, shorter(interval, Duration.between(now, awaiting.giveUp())));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The leg ends in the middle of a negotiation: whoever waits for an answer gets one. */
    static LegStep abandon(Up leg, LegStep over) {
        return leg.exchange() instanceof Answering(SipRequest request, String _)
                ? over.reply(request, Replies.to(request, 487, leg.line().tag()))
                : over;
    }

    static LegStep answer(Up leg, SipRequest request, int status, Headers more) {
        return LegStep.to(leg)
                .reply(request, Replies.to(request, status, leg.line().tag(), more));
    }
}

package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.leg.Exchange.Answering;
import dev.parley.callcontrol.leg.Exchange.AwaitingAck;
import dev.parley.callcontrol.leg.Exchange.Moving;
import dev.parley.callcontrol.leg.Exchange.Refreshing;
import dev.parley.callcontrol.leg.Exchange.Settled;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.SipRequest;

/** Requests within a dialog that are about one that has been there before. */
final class RepeatRules {
    private RepeatRules() {}

    /** CANCEL of a re-INVITE; it comes too late for one that has its 2xx. */
    static LegStep cancelled(Up leg, SipRequest cancel) {
        String tag = leg.line().tag();
        return switch (leg.exchange()) {
            case Answering(SipRequest request, String before)
            when request.cseq() == cancel.cseq() ->
                LegStep.to(leg.with(new Settled()).with(leg.media().from(before)))
                        .stop(LegTimer.MEDIA)
                        .reply(cancel, Replies.to(cancel, 200, tag))
                        .reply(request, Replies.to(request, 487, tag));
            case AwaitingAck awaiting
            when awaiting.request().cseq() == cancel.cseq() -> ExchangeRules.answer(leg, cancel, 200, Headers.NONE);
            case Answering _, AwaitingAck _, Refreshing _, Moving _, Settled _ ->
                ExchangeRules.answer(leg, cancel, 481, Headers.NONE);
        };
    }

    /**
     * A number that was there before: our 2xx again for an INVITE that waits for its ACK, 482 for one that came a second way
     * while the first is being answered (§8.2.2.2), else an error (§12.2.2). What the transaction repeats does not get here.
     */
    static LegStep outOfOrder(Up leg, SipRequest request) {
        boolean repeated = request.cseq() == leg.dialog().remoteCSeq();
        return switch (leg.exchange()) {
            case AwaitingAck awaiting
            when repeated && request.is("INVITE") && sameBranch(awaiting, request) ->
                LegStep.to(leg).reply(request, awaiting.response());
            case Answering answering
            when repeated && request.is(answering.request().method()) ->
                ExchangeRules.answer(leg, request, 482, Headers.NONE);
            case AwaitingAck _, Answering _, Refreshing _, Moving _, Settled _ ->
                ExchangeRules.answer(leg, request, 500, Headers.NONE);
        };
    }

    private static boolean sameBranch(AwaitingAck awaiting, SipRequest request) {
        return awaiting.request().branch().equals(request.branch());
    }
}

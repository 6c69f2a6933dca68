package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.id.RoomId;
import dev.parley.telemetry.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/**
 * The trace of one call: it begins with the INVITE, or with the message that wants somebody called; whatever happens to
 * the call later belongs to it, unless it comes with a trace of its own. Lane only, but for {@link #around}.
 */
final class CallTrail {
    private final Context own;
    private final Span invite;
    private final String sipCallId;

    private CallTrail(Context own, Span invite, String sipCallId) {
        this.own = own;
        this.invite = invite;
        this.sipCallId = sipCallId;
    }

    /** A call that is nobody's yet: it belongs to whatever trace is current. */
    static CallTrail here() {
        return new CallTrail(Context.current(), Span.getInvalid(), "");
    }

    /** A call that somebody asks for now; the span lasts until the final answer. */
    static CallTrail invited(SipRequest request, String call) {
        Span span = Spans.named(request.method())
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(Spans.SIP_METHOD, request.method())
                .setAttribute(Spans.SIP_CALL_ID, request.callId())
                .setAttribute(Spans.CALL, call)
                .startSpan();
        return new CallTrail(Context.root().with(span), span, " sipCallId=" + request.callId());
    }

    /** The task, to be run later within the trace that is current now, or else the call's. */
    Runnable around(Runnable task) {
        Context now = Context.current();
        return (Spans.belongsToTrace(now) ? now : own).wrap(task);
    }

    /** For the log line of the call's beginning; empty when no INVITE began it. */
    String sipCallId() {
        return sipCallId;
    }

    void isIn(RoomId room) {
        invite.setAttribute(Spans.ROOM, room.value())
                .setAttribute(Spans.TENANT, room.tenant().value());
    }

    /** Another request within the call: BYE, a re-INVITE, INFO. */
    void received(SipRequest request, Runnable task) {
        Spans.within(span("received " + request.method(), SpanKind.SERVER, request), task);
    }

    /** Ours, to either side: by its Call-ID the other leg is found. A session that is refreshed begins no trace. */
    void sends(SipRequest request, Runnable task) {
        if (!Spans.areWanted()) {
            task.run();
            return;
        }
        Spans.within(span("send " + request.method(), SpanKind.CLIENT, request), task);
    }

    private static Span span(String name, SpanKind kind, SipRequest request) {
        return Spans.named(name)
                .setSpanKind(kind)
                .setAttribute(Spans.SIP_METHOD, request.method())
                .setAttribute(Spans.SIP_CALL_ID, request.callId())
                .startSpan();
    }

    /** The final answer to the INVITE ends its span; a 5xx is an error of ours. */
    void answered(Effect.Reply reply) {
        int status = reply.response().status();
        boolean first = reply.request().is("INVITE") && reply.request().toTag().isEmpty();
        if (!first || reply.response().provisional()) {
            return;
        }
        invite.setAttribute(Spans.SIP_STATUS, (long) status);
        if (status / 100 == 5) {
            invite.setStatus(StatusCode.ERROR);
        }
        invite.end();
    }

    /** Nobody will answer any more. */
    void over() {
        invite.end();
    }
}

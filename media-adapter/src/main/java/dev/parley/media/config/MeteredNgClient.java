package dev.parley.media.config;

import dev.parley.media.ng.NgClient;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgRequest;
import dev.parley.telemetry.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;

/**
 * Sends large replies' commands over TCP and all others over UDP, measures how long each kind takes, and makes a span of
 * each that belongs to a trace. What the comparison with rtpengine asks belongs to none.
 */
final class MeteredNgClient implements NgClient {
    private final NgClient udp;
    private final NgClient tcp;
    private final MeterRegistry meters;

    MeteredNgClient(NgClient udp, NgClient tcp, MeterRegistry meters) {
        this.udp = udp;
        this.tcp = tcp;
        this.meters = meters;
    }

    @Override
    public NgReply send(NgRequest request) {
        return Spans.areWanted() ? traced(request) : measured(request);
    }

    private NgReply traced(NgRequest request) {
        Span span = Spans.named("ng " + request.command())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Spans.NG_COMMAND, request.command())
                .startSpan();
        request.arguments().text("call-id").ifPresent(call -> span.setAttribute(Spans.ROOM, call));
        try (Scope _ = span.makeCurrent()) {
            NgReply reply = measured(request);
            span.setAttribute(Spans.NG_OUTCOME, outcome(reply));
            return reply;
        } finally {
            span.end();
        }
    }

    private NgReply measured(NgRequest request) {
        Timer.Sample sample = Timer.start(meters);
        NgReply reply = (request.hasLargeReply() ? tcp : udp).send(request);
        sample.stop(Timer.builder("parley_media_ng_duration")
                .description("How long rtpengine takes for a command")
                .tag("command", request.command())
                .tag("outcome", outcome(reply))
                .publishPercentileHistogram()
                .register(meters));
        return reply;
    }

    private static String outcome(NgReply reply) {
        return switch (reply) {
            case NgReply.Done _ -> "done";
            case NgReply.Refused _ -> "refused";
            case NgReply.Silent _ -> "silent";
        };
    }
}

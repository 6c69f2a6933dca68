package dev.parley.messaging;

import dev.parley.telemetry.trace.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a record belongs to, from its header {@code traceparent}. The connector makes spans of sending and
 * receiving; what a reader does about a record it says itself.
 */
public final class RecordTrace {
    private static final String TYPE = "ce_type";
    private static final String OURS = "dev.parley.";

    private static final TextMapGetter<Headers> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return text(headers, name);
        }
    };

    private RecordTrace() {}

    /** Whatever wrote the record; no trace when it belongs to none. */
    public static Context of(ConsumerRecord<?, ?> consumed) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), consumed.headers(), HEADERS);
    }

    /** A span of dealing with the record, begun now; no span when it belongs to no trace. */
    public static Span begin(ConsumerRecord<?, ?> consumed) {
        Context cause = of(consumed);
        return Spans.belongsToTrace(cause)
                ? Spans.named("process " + kind(consumed))
                        .setParent(cause)
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan()
                : Span.getInvalid();
    }

    /** Deals with the record within its trace. */
    public static void within(ConsumerRecord<?, ?> consumed, Runnable task) {
        Spans.within(begin(consumed), task);
    }

    private static String kind(ConsumerRecord<?, ?> consumed) {
        String type = text(consumed.headers(), TYPE);
        return type == null ? consumed.topic() : type.startsWith(OURS) ? type.substring(OURS.length()) : type;
    }

    private static @Nullable String text(@Nullable Headers headers, String name) {
        Header found = headers == null ? null : headers.lastHeader(name);
        byte[] value = found == null ? null : found.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}

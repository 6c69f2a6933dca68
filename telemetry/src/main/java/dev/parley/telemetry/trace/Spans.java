package dev.parley.telemetry.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Spans of our own, beside those that Quarkus makes of HTTP requests and Kafka records. Thread-safe. */
public final class Spans {
    /** OpenTelemetry has no words for SIP; these are ours. */
    public static final AttributeKey<String> SIP_CALL_ID = AttributeKey.stringKey("sip.call_id");

    public static final AttributeKey<String> SIP_METHOD = AttributeKey.stringKey("sip.method");
    public static final AttributeKey<Long> SIP_STATUS = AttributeKey.longKey("sip.status_code");
    public static final AttributeKey<String> NG_COMMAND = AttributeKey.stringKey("ng.command");
    public static final AttributeKey<String> NG_OUTCOME = AttributeKey.stringKey("ng.outcome");
    public static final AttributeKey<String> TENANT = AttributeKey.stringKey("parley.tenant");
    public static final AttributeKey<String> ROOM = AttributeKey.stringKey("parley.room");
    public static final AttributeKey<String> LEG = AttributeKey.stringKey("parley.leg");
    public static final AttributeKey<String> CALL = AttributeKey.stringKey("parley.call");

    private static final String SCOPE = "dev.parley";

    private Spans() {}

    /** A span to be begun; within the current one, unless it is given another parent. */
    public static SpanBuilder named(String name) {
        return GlobalOpenTelemetry.getTracer(SCOPE).spanBuilder(name);
    }

    /** Whether what happens now belongs to a trace; chores of the process belong to none, and shall begin none. */
    public static boolean areWanted() {
        return belongsToTrace(Context.current());
    }

    public static boolean belongsToTrace(Context context) {
        return Span.fromContext(context).getSpanContext().isValid();
    }

    /** Runs it as what the span is about, and ends the span. */
    public static void within(Span span, Runnable task) {
        try (Scope _ = span.makeCurrent()) {
            task.run();
        } finally {
            span.end();
        }
    }
}

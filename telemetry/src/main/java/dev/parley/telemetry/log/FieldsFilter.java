package dev.parley.telemetry.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Lets every line through, with its fields: those of its message, and the trace in which it was written. */
@LoggingFilter(name = "parley-fields")
public final class FieldsFilter implements Filter {
    /** Quarkus' own words for the trace, there or not according to the kind of thread. */
    private static final List<String> QUARKUS_OWN = List.of("traceId", "spanId", "parentId", "sampled");

    @Override
    @SuppressWarnings("deprecation") // Only by it one gets the text that is printed, from any kind of logger.
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord extended) {
            LogFields.of(extended.getFormattedMessage()).forEach(extended::putMdc);
            SpanContext trace = Span.current().getSpanContext();
            if (trace.isValid()) {
                extended.putMdc(LogFields.TRACE, trace.getTraceId());
                extended.putMdc(LogFields.SPAN, trace.getSpanId());
            }
            QUARKUS_OWN.forEach(extended::removeMdc);
        }
        return true;
    }
}

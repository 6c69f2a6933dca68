package dev.parley.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void whatAMessageIsAboutBecomesFields() {
        assertThat(LogFields.of("recording fetched tenantId=demo recordingId=r1 caller=ops"))
                .containsOnly(entry("tenant", "demo"), entry("recording_id", "r1"));
    }

    @Test
    void aRoomSaysWhoseItIs() {
        assertThat(LogFields.of("call began callId=c1 roomId=demo:910"))
                .containsOnly(entry("call_id", "c1"), entry("room", "demo:910"), entry("tenant", "demo"));
    }

    @Test
    void whoseItIsSaidToBeWins() {
        assertThat(LogFields.of("tenantId=acme roomId=demo:910")).containsEntry("tenant", "acme");
    }

    @Test
    void whatIsNoFieldStaysInTheMessage() {
        assertThat(LogFields.of("topic made topic=parley.call.events.v1 myroomId=x"))
                .isEmpty();
    }

    @Test
    void aLineHasTheTraceItWasWrittenIn() {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "leg gone roomId=%s", ExtLogRecord.FormatStyle.PRINTF, "here");
        line.setParameters(new Object[] {"demo:910"});
        SpanContext context = SpanContext.create(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault());

        boolean loggable;
        try (Scope _ = Span.wrap(context).makeCurrent()) {
            loggable = new FieldsFilter().isLoggable(line);
        }

        assertThat(loggable).isTrue();
        assertThat(line.getMdcCopy())
                .contains(entry("room", "demo:910"), entry("trace_id", TRACE), entry("span_id", SPAN));
    }

    @Test
    void quarkusOwnWordsForTheTraceGiveWay() {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "nothing", "here");
        line.putMdc("traceId", TRACE);

        new FieldsFilter().isLoggable(line);

        assertThat(line.getMdcCopy()).doesNotContainKeys("traceId", "trace_id");
    }
}

package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.tracing.OtlpReceiver;
import dev.parley.systemtests.tracing.OtlpSpan;
import dev.parley.systemtests.tracing.TraceTree;
import dev.parley.systemtests.world.Parts;
import dev.parley.systemtests.world.ServiceLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("One call is one trace, and one trace id in all logs: INVITE, Kafka, ng, 200")
class TracingIT {
    private static final List<String> TRACED = List.of("media-adapter", "conference-service", "call-control-service");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPEN = "910";
    private static final String CLOSED = "884";
    // Long enough that no id and no time contains it by chance.
    private static final String PIN = "620491857335";

    private static OtlpReceiver collector;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;

    @BeforeAll
    static void collect() throws Exception {
        collector = new OtlpReceiver();
        restart(collector.environment());
    }

    private static void restart(Map<String, String> environment) throws Exception {
        Parts parts = new Parts(RunningSystem.folderOfParley());
        for (String service : TRACED) {
            parts.kill(service);
        }
        parts.up(environment);
    }

    @AfterAll
    static void forget() throws Exception {
        restart(Map.of());
        collector.close();
    }

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
    }

    @AfterEach
    void part() {
        rooms.close();
        system.close();
    }

    @Test
    void fromTheInviteThroughKafkaToRtpengineAndBack() throws Exception {
        TestPhone phone = system.phones().phone("demo", "801").registers();
        Reaching.awaitAnswer(phone, OPEN);
        awaitPresent(OPEN, 0);
        int earlier = calls().size();

        Call call = phone.calls(OPEN).awaitAnswered();
        awaitPresent(OPEN, 1);
        call.hangsUp();

        await("the call has begun").atMost(PATIENCE).until(() -> calls().size() > earlier);
        Map<String, String> line = calls().getLast();
        assertThat(line).containsEntry("tenant", "demo").containsEntry("room", "demo:" + OPEN);
        assertThat(line).containsKeys("call_id", "sip_call_id", "trace_id", "span_id");
        await("all of the trace").atMost(PATIENCE).untilAsserted(() -> assertWhole(line));
        assertSameTrace(line.get("trace_id"), "conference-service", "conference began");
        assertSameTrace(line.get("trace_id"), "media-adapter", "leg has media");
        TraceTree tree = TraceTree.of(line.get("trace_id"), collector.spans());
        Files.writeString(Path.of("target/trace.txt"), tree.toString());
    }

    @Test
    void noKeyAndNoSdpIsInASpan() {
        TestPhone phone = system.phones().phone("demo", "801").registers();
        rooms.room(CLOSED, "\"pin\": \"%s\"".formatted(PIN));
        Reaching.awaitAnswer(phone, CLOSED);

        Call call = Entrance.enters(phone, CLOSED, PIN);
        awaitPresent(CLOSED, 1);
        call.hangsUp();
        awaitPresent(CLOSED, 0);

        await("the key that let in was traced")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.spans())
                        .extracting(OtlpSpan::name)
                        .contains("process DigitPressed", "process LegEnded"));
        assertThat(collector.spans())
                .allSatisfy(span -> assertThat(span.attributes().values())
                        .noneMatch(value -> value.contains(PIN) || value.contains("v=0")));
        assertThat(collector.spans())
                .filteredOn(span -> span.name().equals("process DigitPressed"))
                .allSatisfy(span -> assertThat(span.attributes().keySet()).isSubsetOf("parley.room", "parley.tenant"));
    }

    private void awaitPresent(String room, int count) {
        await("%d are in %s".formatted(count, room))
                .atMost(PATIENCE)
                .until(() -> system.conferences().present("demo:" + room) == count);
    }

    private void assertWhole(Map<String, String> line) {
        TraceTree tree = TraceTree.of(line.get("trace_id"), collector.spans());
        assertThat(tree.services()).containsExactlyInAnyOrderElementsOf(TRACED);
        assertThat(tree.names())
                .contains("INVITE", "process LegArrived", "process OpenLeg", "process LegSdp", "received BYE")
                .anyMatch(name -> name.startsWith("ng "));
        OtlpSpan invite = tree.spans().getFirst();
        assertThat(invite.name()).isEqualTo("INVITE");
        assertThat(invite.attributes())
                .containsEntry("sip.call_id", line.get("sip_call_id"))
                .containsEntry("sip.status_code", "200")
                .containsEntry("parley.room", "demo:" + OPEN);
        assertThat(tree.spans())
                .filteredOn(span -> span.name().startsWith("ng "))
                .as("ng is asked on behalf of the call")
                .allSatisfy(span -> assertThat(span.service()).isEqualTo("media-adapter"));
    }

    private void assertSameTrace(String trace, String service, String beginning) {
        assertThat(new ServiceLog(RunningSystem.folderOfParley(), service).fields(beginning))
                .as("%s: %s", service, beginning)
                .anySatisfy(fields -> assertThat(fields)
                        .containsEntry("trace_id", trace)
                        .containsEntry("room", "demo:" + OPEN)
                        .containsEntry("tenant", "demo"));
    }

    private List<Map<String, String>> calls() {
        return new ServiceLog(RunningSystem.folderOfParley(), "call-control-service").fields("call began");
    }
}

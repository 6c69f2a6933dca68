package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.config.CallControlConfig;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.contracts.Topics;
import dev.parley.messaging.CompactedView;
import dev.parley.messaging.MessageWriter;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** {@link StoredCalls} on the compacted topic of dialogs, in this instance's partition. */
@ApplicationScoped
public class KafkaStoredCalls implements StoredCalls {
    static final String CALL_DIALOGS = "call-dialogs";
    private static final Logger LOG = Logger.getLogger(KafkaStoredCalls.class);

    private final Map<String, Object> kafka;
    private final int instance;
    private final MessageWriter<Remembered> writer;
    private final Map<String, Remembered> kept = new ConcurrentHashMap<>();

    KafkaStoredCalls(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            CallControlConfig config,
            @Channel(CALL_DIALOGS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> dialogs) {
        this.kafka = kafka;
        this.instance = config.instance();
        this.writer = new MessageWriter<>(Remembered.class, dialogs, KafkaOutbox.SOURCE);
    }

    @Override
    public List<Remembered> left() {
        Map<String, Remembered> found = new ConcurrentHashMap<>();
        try (CompactedView<Remembered> view = CompactedView.of(
                Topics.CALL_DIALOGS,
                Remembered.class,
                kafka,
                (id, call) -> call.ifPresentOrElse(known -> found.put(id, known), () -> found.remove(id)))) {
            view.awaitCaughtUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found.values().stream()
                .filter(call -> call.instance() == instance)
                .toList();
    }

    @Override
    public void keep(Call call) {
        Remembered now = Remembered.of(call, instance);
        if (!now.equals(kept.put(now.id(), now))) {
            send(writer.send(now.id(), instance, now), now.id());
        }
    }

    @Override
    public void drop(String callId) {
        kept.remove(callId);
        send(writer.withdraw(callId, instance), callId);
    }

    private static void send(Uni<Void> sending, String callId) {
        sending.subscribe()
                .with(_ -> {}, error -> LOG.warnf("call not kept callId=%s error=%s", callId, error.getMessage()));
    }
}

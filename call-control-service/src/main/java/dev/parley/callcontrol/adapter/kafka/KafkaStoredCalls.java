package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.config.CallControlConfig;
import dev.parley.callcontrol.ledger.BookPage;
import dev.parley.callcontrol.ledger.Draft;
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
import java.util.stream.Collectors;
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
    private final MessageWriter<BookPage> pages;
    private final Map<String, Remembered> kept = new ConcurrentHashMap<>();

    KafkaStoredCalls(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            CallControlConfig config,
            @Channel(CALL_DIALOGS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> dialogs) {
        this.kafka = kafka;
        this.instance = config.instance();
        this.writer = new MessageWriter<>(Remembered.class, dialogs, KafkaOutbox.SOURCE);
        this.pages = new MessageWriter<>(BookPage.class, dialogs, KafkaOutbox.SOURCE);
    }

    @Override
    public List<Remembered> left() {
        return all(Remembered.class).stream()
                .filter(call -> call.instance() == instance)
                .toList();
    }

    /** Each instance has the pages of its own calls beside them. */
    @Override
    public Map<String, List<Draft>> pages() {
        return all(BookPage.class).stream()
                .filter(page -> page.instance() == instance)
                .collect(Collectors.toMap(BookPage::call, BookPage::drafts));
    }

    private <T> List<T> all(Class<T> kind) {
        Map<String, T> found = new ConcurrentHashMap<>();
        try (CompactedView<T> view = CompactedView.of(
                Topics.CALL_DIALOGS,
                kind,
                kafka,
                (id, kept) -> kept.ifPresentOrElse(known -> found.put(id, known), () -> found.remove(id)))) {
            view.awaitCaughtUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(found.values());
    }

    @Override
    public void keep(String call, List<Draft> drafts) {
        send(pages.send(key(call), instance, new BookPage(instance, call, drafts)), call);
    }

    @Override
    public void dropPage(String callId) {
        send(pages.withdraw(key(callId), instance), callId);
    }

    private static String key(String call) {
        return call + "/records";
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

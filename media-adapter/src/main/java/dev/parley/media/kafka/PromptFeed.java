package dev.parley.media.kafka;

import dev.parley.contracts.Topics;
import dev.parley.media.prompt.PromptFolder;
import dev.parley.messaging.CompactedView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the folder of tenants' prompts as the topic says. */
@ApplicationScoped
public class PromptFeed {
    private static final Logger LOG = Logger.getLogger(PromptFeed.class);
    private static final int AFTER_TOPICS_ARE_MADE = 10;

    private final PromptFolder folder;
    private final Map<String, Object> kafka;
    private volatile @Nullable CompactedView<byte[]> view;

    PromptFeed(PromptFolder folder, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.folder = folder;
        this.kafka = kafka;
    }

    void start(@Observes @Priority(AFTER_TOPICS_ARE_MADE) StartupEvent event) {
        view = CompactedView.ofBytes(Topics.DIRECTORY_PROMPTS, kafka, this::show);
    }

    void stop(@Observes ShutdownEvent event) {
        if (view != null) {
            view.close();
        }
    }

    private void show(String key, Optional<byte[]> wav) {
        try {
            if (wav.isEmpty()) {
                folder.remove(key);
            } else if (!folder.put(key, wav.get())) {
                LOG.warnf("left out a prompt whose name is no file's key=%s", key);
            }
        } catch (UncheckedIOException e) {
            // The caller is played Parley's own in its place.
            LOG.errorf("a tenant's prompt could not be kept key=%s error=%s", key, e.getMessage());
        }
    }
}

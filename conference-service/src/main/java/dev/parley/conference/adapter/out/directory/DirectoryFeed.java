package dev.parley.conference.adapter.out.directory;

import dev.parley.access.KeyRing;
import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.application.Tenants;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.messaging.CompactedView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Feeds {@link DirectoryEntries} from the topic. Whoever asks before all of it has been read waits: a room that is not
 * known yet must not be taken for one that does not exist. Thread-safe.
 */
@ApplicationScoped
public class DirectoryFeed implements RoomPolicies, NumberPlan, Tenants, KeyRing {
    private static final int AFTER_TOPICS_ARE_MADE = 10;

    private final DirectoryEntries entries;
    private final DirectoryRooms rooms;
    private final DirectoryNumbers numbers;
    private final Map<String, Object> kafka;
    private volatile @Nullable CompactedView<DirectoryEntry> view;

    DirectoryFeed(
            DirectoryEntries entries,
            DirectoryRooms rooms,
            DirectoryNumbers numbers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.entries = entries;
        this.rooms = rooms;
        this.numbers = numbers;
        this.kafka = kafka;
    }

    void start(@Observes @Priority(AFTER_TOPICS_ARE_MADE) StartupEvent event) {
        view = CompactedView.of(Topics.DIRECTORY_ENTRIES, DirectoryEntry.class, kafka, this::show);
    }

    void stop(@Observes ShutdownEvent event) {
        if (view != null) {
            view.close();
        }
    }

    private void show(String key, Optional<DirectoryEntry> entry) {
        entry.ifPresentOrElse(known -> entries.put(key, known), () -> entries.remove(key));
    }

    public boolean isCaughtUp() {
        return view != null && view.isCaughtUp();
    }

    @Override
    public Optional<RoomPolicy> find(RoomId room) {
        awaitCaughtUp();
        return rooms.find(room);
    }

    @Override
    public PinMatch match(RoomId room, String digits) {
        awaitCaughtUp();
        return rooms.match(room, digits);
    }

    @Override
    public RoomPolicy pretence(RoomId room) {
        awaitCaughtUp();
        return rooms.pretence(room);
    }

    @Override
    public Finding find(TenantId tenant, DialledNumber dialled) {
        awaitCaughtUp();
        return numbers.find(tenant, dialled);
    }

    @Override
    public Limits limits(TenantId tenant) {
        awaitCaughtUp();
        return numbers.limits(tenant);
    }

    @Override
    public Optional<String> callerId(TenantId tenant, String wanted) {
        awaitCaughtUp();
        return numbers.callerId(tenant, wanted);
    }

    @Override
    public boolean exists(TenantId tenant) {
        awaitCaughtUp();
        return entries.find("tenant/" + tenant, TenantEntry.class).isPresent();
    }

    /** The key of this id, as the directory has published it: one that is revoked there soon opens nothing here. */
    @Override
    public Optional<ApiKeyEntry> find(String id) {
        awaitCaughtUp();
        return entries.find("api-key/" + id, ApiKeyEntry.class);
    }

    private void awaitCaughtUp() {
        try {
            Objects.requireNonNull(view, "The service has not started").awaitCaughtUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the directory", e);
        }
    }
}

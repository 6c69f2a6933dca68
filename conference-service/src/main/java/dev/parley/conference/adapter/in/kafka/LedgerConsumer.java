package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.application.CallEntries;
import dev.parley.conference.application.CallEntry;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.ConferenceRecord;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.messaging.MessageReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The records of legs, for those who ask by HTTP. Those of conferences are our own, and kept already. */
@ApplicationScoped
public class LedgerConsumer {
    static final String CALL_RECORDS = "call-records";

    private final CallEntries entries;
    private final Patience patience;
    private final MessageReader<LedgerEntry> reader;
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();

    LedgerConsumer(CallEntries entries, Patience patience, MeterRegistry meters) {
        this.entries = entries;
        this.patience = patience;
        this.reader = new MessageReader<>(LedgerEntry.class, meters);
    }

    /** Done when the record is kept. Should the service stop first, it is never done, and comes again. */
    @Incoming(CALL_RECORDS)
    public Uni<Void> onRecord(ConsumerRecord<String, byte @Nullable []> consumed) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(blocking)
                .invoke(() -> reader.read(consumed).ifPresent(this::keep))
                .onFailure(StorageUnavailable.class)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }

    private void keep(LedgerEntry left) {
        switch (left) {
            case CallRecord call -> patience.insist(() -> entries.keep(entry(call)));
            case ConferenceRecord _ -> {
                // It was written with the end of the conference.
            }
        }
    }

    static CallEntry entry(CallRecord left) {
        return new CallEntry(
                left.tenant(),
                left.leg(),
                left.call(),
                left.room(),
                lower(left.direction()),
                left.from(),
                left.name(),
                left.to(),
                left.trunk(),
                left.began(),
                left.rang(),
                left.answered(),
                left.ended(),
                left.status(),
                left.cause(),
                lower(left.reason()),
                lower(left.endedBy()),
                left.withheld().isPresent());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.AuditTable;
import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Takes prompts and gives them back. */
@ApplicationScoped
public class Prompts {
    /** What is being converted at once; each takes up to some 40 MB while it is. */
    private static final int CONVERSIONS = 1;

    private static final String COLLECTION = "prompts";

    private final PromptTable table;
    private final ComesWithParley standard;
    private final AuditTable audit;
    private final Event<PromptPublication.Changed> changes;
    private final Semaphore conversions = new Semaphore(CONVERSIONS);

    Prompts(PromptTable table, ComesWithParley standard, AuditTable audit, Event<PromptPublication.Changed> changes) {
        this.table = table;
        this.standard = standard;
        this.audit = audit;
        this.changes = changes;
    }

    /** What came of converting a file. */
    sealed interface Conversion {
        /** @param wav 16 kHz, mono, 16 bits */
        @SuppressWarnings("ArrayRecordComponent") // a file; nobody compares two of them
        record Fit(byte[] wav) implements Conversion {}

        record Unfit(Violation violation) implements Conversion {}
    }

    /** Makes what somebody sent into what telephones are played. */
    Conversion convert(byte[] file) {
        conversions.acquireUninterruptibly();
        try {
            return switch (WavFile.read(file)) {
                case WavFile.Reading.Read(Sound sound) ->
                    new Conversion.Fit(WavFile.write(Resampling.to(WavFile.RATE, sound)));
                case WavFile.Reading.Unfit(Violation violation) -> new Conversion.Unfit(violation);
            };
        } finally {
            conversions.release();
        }
    }

    /** What came of a change. */
    sealed interface Outcome {
        /** @param fresh whether there was none before */
        record Kept(Prompt prompt, boolean fresh) implements Outcome {}

        record Removed() implements Outcome {}

        /** There is none. */
        record Unknown() implements Outcome {}

        /** It is not as the caller expects. */
        record Stale(Optional<Prompt> found) implements Outcome {}

        /** It would be missing in these places. */
        record Needed(PromptId id, List<PromptTable.Use> by) implements Outcome {}
    }

    /** Keeps a converted prompt; new or in the place of an earlier one. */
    @Transactional
    Outcome put(PromptId id, byte[] wav, Condition condition, boolean dry) {
        table.lock(id);
        Optional<Prompt> before = table.find(id);
        if (!condition.holdsAt(before.map(Prompt::revision))) {
            return new Outcome.Stale(before);
        }
        if (dry) {
            Instant now = Instant.now();
            return new Outcome.Kept(new Prompt(id, 0, wav.length, now, now), before.isEmpty());
        }
        table.put(id, wav);
        noteChanged(id, before.isEmpty() ? "created" : "changed", Set.of("wav"));
        return new Outcome.Kept(table.find(id).orElseThrow(), before.isEmpty());
    }

    /** Forgets it, unless something would be left without anything to play. */
    @Transactional
    Outcome remove(PromptId id, Condition condition, boolean dry) {
        table.lock(id);
        Optional<Prompt> before = table.find(id);
        if (before.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!condition.holdsAt(before.map(Prompt::revision))) {
            return new Outcome.Stale(before);
        }
        List<PromptTable.Use> uses = table.uses(id);
        if (!uses.isEmpty() && !standard.has(id.name()) && !table.isInOtherLanguage(id)) {
            return new Outcome.Needed(id, uses);
        }
        if (!dry) {
            table.remove(id);
            noteChanged(id, "deleted", Set.of());
        }
        return new Outcome.Removed();
    }

    private void noteChanged(PromptId id, String action, Set<String> fields) {
        audit.note(new ResourceId(id.tenant().value(), COLLECTION, id.language() + "/" + id.name()), action, fields);
        changes.fire(new PromptPublication.Changed());
    }

    Optional<Prompt> find(PromptId id) {
        return table.find(id);
    }

    Optional<byte[]> wav(PromptId id) {
        return table.wav(id);
    }

    List<Prompt> list(TenantId tenant, String afterLanguage, String afterName, int most) {
        return table.list(tenant, afterLanguage, afterName, most);
    }
}

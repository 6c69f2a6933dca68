package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Takes prompts and gives them back. */
@ApplicationScoped
public class Prompts {
    /** What is being converted at once; each takes up to some 40 MB while it is. */
    private static final int CONVERSIONS = 1;

    private final PromptTable table;
    private final Event<PromptPublication.Changed> changes;
    private final Semaphore conversions = new Semaphore(CONVERSIONS);

    Prompts(PromptTable table, Event<PromptPublication.Changed> changes) {
        this.table = table;
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

    /** Keeps a converted prompt; new or in the place of an earlier one. */
    @Transactional
    Prompt put(PromptId id, byte[] wav) {
        table.put(id, wav);
        changes.fire(new PromptPublication.Changed());
        return table.find(id).orElseThrow();
    }

    @Transactional
    void remove(PromptId id) {
        table.remove(id);
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

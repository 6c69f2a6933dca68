package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallStep;
import dev.parley.callcontrol.ledger.CallBook;
import dev.parley.callcontrol.ledger.Draft;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.ledger.CallRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of one call's legs: told when a leg is over, kept for the next process until then. Lane only. */
final class Ledger {
    private final String call;
    private final World world;
    private final StoredCalls stored;
    private final CallBook book;
    private List<Draft> kept = List.of();

    Ledger(String call, World world, StoredCalls stored) {
        this.call = call;
        this.world = world;
        this.stored = stored;
        this.book = new CallBook(new LegId(call));
    }

    void follow(Optional<CallInput> input, CallStep<? extends Call> step) {
        settle(book.follow(input, step, world.now()));
    }

    void recall(List<Draft> left) {
        kept = left;
        book.recall(left);
    }

    /** Whatever is not in the call that goes on is over. */
    void resume(Optional<Call> resumed) {
        Instant now = world.now();
        settle(book.abandon(resumed, now));
    }

    private void settle(List<CallRecord> over) {
        over.forEach(world.outbox()::record);
        List<Draft> now = book.drafts();
        if (now.equals(kept)) {
            return;
        }
        kept = now;
        if (now.isEmpty()) {
            stored.dropPage(call);
        } else {
            stored.keep(call, now);
        }
    }
}

package dev.parley.callcontrol.switchboard;

import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;

/** The way out to the other services. Does not wait; what is handed over for one room keeps its order. */
public interface Outbox {
    void tell(CallEvent event);

    void ask(MediaCommand command);

    /** What is left of a leg that is over. */
    void record(CallRecord over);

    void plan(AudioPlan plan);

    /** Takes a room's plan back. */
    void forget(RoomId room);
}

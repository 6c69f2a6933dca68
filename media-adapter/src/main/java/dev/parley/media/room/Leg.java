package dev.parley.media.room;

import dev.parley.contracts.id.LegId;
import dev.parley.media.leg.LegMedia;
import dev.parley.media.leg.LegParties;
import dev.parley.media.leg.Outcome;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.mix.Seat;
import dev.parley.media.prompt.PromptQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A leg in a room. Belongs to the room's mailbox. */
final class Leg {
    private static final int REMEMBERED = 8;

    private final LegId id;
    private final TreeMap<Long, Outcome> outcomes = new TreeMap<>();
    private final PromptQueue prompts = new PromptQueue();
    private Optional<LegMedia> media;
    private boolean seated;
    private final SilenceWatch silence = new SilenceWatch();
    private boolean adopted;
    private boolean readyForKeys;
    private final List<String> waitingKeys = new ArrayList<>();
    private Optional<String> naming = Optional.empty();

    private Leg(LegId id, Optional<LegMedia> media, boolean seated, boolean adopted) {
        this.id = id;
        this.seated = seated;
        this.media = media;
        this.adopted = adopted;
    }

    static Leg opened(LegId id, LegMedia media) {
        return new Leg(id, Optional.of(media), false, false);
    }

    /** A leg that a process before this one has opened. */
    static Leg adopted(LegId id, boolean seated) {
        return new Leg(id, Optional.empty(), seated, true);
    }

    /** Whether nobody has asked anything of the leg since it was found. */
    boolean isAdopted() {
        return adopted;
    }

    LegId id() {
        return id;
    }

    /** Where the leg sits in the mix, or will sit. */
    Seat seat() {
        return LegParties.seat(id.value());
    }

    /** Whether its gateway is there. */
    boolean isSeated() {
        return seated;
    }

    void sits(boolean isThere) {
        readyForKeys &= isThere;
        seated = isThere;
    }

    /** Empty after a restart, until rtpengine has been asked. */
    Optional<LegMedia> media() {
        return media;
    }

    /** The request under which it is saying its name. */
    Optional<String> naming() {
        return naming;
    }

    boolean isNaming() {
        return naming.isPresent();
    }

    void namesItself(Optional<String> request) {
        naming = request;
    }

    /** Whether keys that are pressed towards it reach it. */
    boolean isReadyForKeys() {
        return readyForKeys;
    }

    /** A key that waits until they do; whether it is the first. */
    boolean waits(String key) {
        waitingKeys.add(key);
        return waitingKeys.size() == 1;
    }

    /** They do from now on; gives those that waited. */
    List<String> becomesReadyForKeys() {
        readyForKeys = true;
        var waited = List.copyOf(waitingKeys);
        waitingKeys.clear();
        return waited;
    }

    void forgetsKeys() {
        waitingKeys.clear();
    }

    SilenceWatch silence() {
        return silence;
    }

    PromptQueue prompts() {
        return prompts;
    }

    void agreed(Optional<LegMedia> newMedia) {
        media = newMedia;
    }

    /** The outcome of an exchange that was made already: a repeated command gets the same answer. */
    Optional<Outcome> outcomeOf(long negotiation) {
        return Optional.ofNullable(outcomes.get(negotiation));
    }

    /** Whether a later exchange was made already, so that this one is a straggler. */
    boolean isPast(long negotiation) {
        return !outcomes.isEmpty() && outcomes.lastKey() > negotiation;
    }

    void remember(long negotiation, Outcome outcome) {
        adopted = false;
        outcomes.put(negotiation, outcome);
        if (outcomes.size() > REMEMBERED) {
            outcomes.pollFirstEntry();
        }
    }
}

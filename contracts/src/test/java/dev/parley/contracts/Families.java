package dev.parley.contracts;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaEvent;
import java.util.List;
import java.util.Map;

/** Every family of the contracts, with the topic it travels on. */
final class Families {
    static final Map<String, Family<?>> BY_TOPIC = Map.of(
            Topics.CALL_EVENTS, Family.of(CallEvent.class),
            Topics.CALL_COMMANDS, Family.of(CallCommand.class),
            Topics.CALL_RECORDS, Family.of(LedgerEntry.class),
            Topics.MEDIA_COMMANDS, Family.of(MediaCommand.class),
            Topics.MEDIA_EVENTS, Family.of(MediaEvent.class),
            Topics.MEDIA_PLANS, Family.of(AudioPlan.class),
            Topics.CONFERENCE_EVENTS, Family.of(ConferenceEvent.class),
            Topics.DIRECTORY_ENTRIES, Family.of(DirectoryEntry.class));

    /** Topics that carry no family of the contracts: one service's own, sound, and whatever could not be read. */
    static final List<String> PRIVATE = List.of(Topics.CALL_DIALOGS, Topics.DIRECTORY_PROMPTS, Topics.DEAD_LETTERS);

    private Families() {}

    static Family<?> ofKind(String kind) {
        return BY_TOPIC.values().stream()
                .filter(family -> family.kinds().containsKey(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No family has the kind " + kind));
    }
}

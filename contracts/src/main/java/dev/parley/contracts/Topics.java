package dev.parley.contracts;

import java.util.List;

/** Every topic: who writes it, who reads it, its key. {@code docs/reference/messages.md} is held against this list. */
public final class Topics {
    /** {@link dev.parley.contracts.call.CallEvent}, key room; call-control → conference. */
    public static final String CALL_EVENTS = "parley.call.events.v1";
    /** {@link dev.parley.contracts.call.CallCommand}, key leg, partition = the instance that holds the leg; media, conference → call-control. */
    public static final String CALL_COMMANDS = "parley.call.commands.v1";
    /** call-control's own dialogs, key leg, partition = instance, compacted: a restarted process can still end its legs. */
    public static final String CALL_DIALOGS = "parley.call.dialogs.v1";
    /** {@link dev.parley.contracts.ledger.LedgerEntry}, key its id; call-control, conference → conference, everybody. */
    public static final String CALL_RECORDS = "parley.call.records.v1";
    /** {@link dev.parley.contracts.media.MediaCommand}, key room; conference, call-control → media. */
    public static final String MEDIA_COMMANDS = "parley.media.commands.v1";
    /** {@link dev.parley.contracts.media.AudioPlan}, key room, compacted; the room's owner → media. A tombstone ends the room. */
    public static final String MEDIA_PLANS = "parley.media.plans.v1";
    /** {@link dev.parley.contracts.media.MediaEvent}, key room; media → conference, call-control. */
    public static final String MEDIA_EVENTS = "parley.media.events.v1";
    /** {@link dev.parley.contracts.conference.ConferenceEvent}, key room, CloudEvents; conference → everybody. */
    public static final String CONFERENCE_EVENTS = "parley.conference.events.v1";
    /** {@link dev.parley.contracts.directory.DirectoryEntry}, key entry, compacted; directory → everybody. */
    public static final String DIRECTORY_ENTRIES = "parley.directory.entries.v1";
    /** Prompts of tenants, WAV, key {@code tenant/language/name}, compacted; directory → media. A tombstone takes one back. */
    public static final String DIRECTORY_PROMPTS = "parley.directory.prompts.v1";
    /** What could not be read, whole, with the cause in headers. */
    public static final String DEAD_LETTERS = "parley.dead-letters.v1";

    /** How a topic is made when it does not exist yet. */
    public record Definition(String name, int partitions, boolean compacted) {}

    /** Rooms are spread over this many partitions; also the most call-control instances there can be. */
    public static final int PARTITIONS = 4;

    public static final List<Definition> ALL = List.of(
            new Definition(CALL_EVENTS, PARTITIONS, false),
            new Definition(CALL_COMMANDS, PARTITIONS, false),
            new Definition(CALL_DIALOGS, PARTITIONS, true),
            new Definition(CALL_RECORDS, PARTITIONS, false),
            new Definition(MEDIA_COMMANDS, PARTITIONS, false),
            new Definition(MEDIA_PLANS, PARTITIONS, true),
            new Definition(MEDIA_EVENTS, PARTITIONS, false),
            new Definition(CONFERENCE_EVENTS, PARTITIONS, false),
            new Definition(DIRECTORY_ENTRIES, 1, true),
            new Definition(DIRECTORY_PROMPTS, 1, true),
            new Definition(DEAD_LETTERS, 1, false));

    private Topics() {}
}

package dev.parley.contracts;

import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.conference.ConferenceEvent.EndReason;
import dev.parley.contracts.conference.ConferenceEvent.LeaveReason;
import dev.parley.contracts.conference.ConferenceEvent.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import dev.parley.contracts.ledger.ConferenceRecord;
import dev.parley.contracts.ledger.ConferenceRecord.Attendance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the samples of records mean. */
final class GoldenLedger {
    private static final TenantId TENANT = new TenantId("demo");
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final LegId LEG = new LegId("0d7c7a52-6d9e-4f1b-b8a5-6a3c1c7f2b10");
    private static final LegId OTHER = new LegId("6f1f3bb0-6c8e-4f62-9a55-8c0f0c6f6e21");
    private static final Instant BEGAN = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant ANSWERED = Instant.parse("2026-11-21T08:00:00.040Z");
    private static final Instant ENDED = Instant.parse("2026-11-21T08:31:02.5Z");

    static final Map<String, Object> VALUES = Map.of(
            "CallRecord/conference",
            new CallRecord(
                    TENANT,
                    LEG,
                    LEG,
                    Optional.of(ROOM),
                    Direction.INCOMING,
                    "801",
                    Optional.of("Anna"),
                    "910",
                    Optional.empty(),
                    BEGAN,
                    Optional.empty(),
                    Optional.of(ANSWERED),
                    ENDED,
                    OptionalInt.of(200),
                    OptionalInt.empty(),
                    LegEnd.HUNG_UP,
                    EndedBy.PARTY),
            "CallRecord/busy",
            new CallRecord(
                    TENANT,
                    OTHER,
                    LEG,
                    Optional.of(ROOM),
                    Direction.OUTGOING,
                    "801",
                    Optional.empty(),
                    "+4930123456",
                    Optional.of("pstn"),
                    BEGAN,
                    Optional.of(ANSWERED),
                    Optional.empty(),
                    ENDED,
                    OptionalInt.of(486),
                    OptionalInt.of(17),
                    LegEnd.BUSY,
                    EndedBy.PARTY),
            "CallRecord/turned-away",
            new CallRecord(
                    TENANT,
                    LEG,
                    LEG,
                    Optional.empty(),
                    Direction.INCOMING,
                    "801",
                    Optional.empty(),
                    "910",
                    Optional.empty(),
                    BEGAN,
                    Optional.empty(),
                    Optional.empty(),
                    BEGAN,
                    OptionalInt.of(503),
                    OptionalInt.empty(),
                    LegEnd.REFUSED,
                    EndedBy.PARLEY),
            "CallRecord/withheld",
            new CallRecord(
                    TENANT,
                    OTHER,
                    OTHER,
                    Optional.of(ROOM),
                    Direction.INCOMING,
                    "+4930123456",
                    Optional.of("Bob"),
                    "+4930900910",
                    Optional.of("pstn"),
                    BEGAN,
                    Optional.empty(),
                    Optional.of(ANSWERED),
                    ENDED,
                    OptionalInt.of(200),
                    OptionalInt.empty(),
                    LegEnd.HUNG_UP,
                    EndedBy.PARTY,
                    Optional.of(true)),
            "ConferenceRecord/recorded",
            new ConferenceRecord(
                    TENANT,
                    new ConferenceId("9f4b2f3a-51f1-4a0e-9f0c-0a5d1e6b7c80"),
                    ROOM,
                    ANSWERED,
                    ENDED,
                    EndReason.LAST_LEFT,
                    1,
                    List.of(new Attendance(
                            new ParticipantId("c1a6c2de-8a43-4b2f-8a53-4c1f6f0d9e11"),
                            LEG,
                            "801",
                            Role.MODERATOR,
                            ANSWERED,
                            ENDED,
                            LeaveReason.HUNG_UP)),
                    List.of(new RecordingId("5be0cd19-137e-4179-8d2f-6f2a7c1d3e04"))));

    private GoldenLedger() {}
}

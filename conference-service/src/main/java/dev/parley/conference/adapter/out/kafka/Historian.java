package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.PastConference;
import dev.parley.contracts.Family;
import dev.parley.contracts.Topics;
import dev.parley.contracts.ledger.ConferenceRecord;
import dev.parley.contracts.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes down what is left of a conference, for everybody. */
public final class Historian {
    private static final Family<LedgerEntry> LEDGER = Family.of(LedgerEntry.class);

    private final Supplier<UUID> identities;

    public Historian(Supplier<UUID> identities) {
        this.identities = identities;
    }

    public Envelope write(PastConference conference) {
        LedgerEntry left = new ConferenceRecord(
                conference.room().tenant(),
                conference.id(),
                conference.room(),
                conference.started(),
                conference.ended(),
                EventMapper.reason(conference
                        .reason()
                        .orElseThrow(() -> new IllegalStateException("A conference ended for no reason"))),
                conference.mostAtOnce(),
                conference.participants().stream().map(Historian::attendance).toList(),
                conference.recordings());
        return new Envelope(
                identities.get(),
                Topics.CALL_RECORDS,
                left.id(),
                OptionalInt.empty(),
                LEDGER.kindOf(left),
                conference.ended(),
                new String(LEDGER.write(left), StandardCharsets.UTF_8));
    }

    private static ConferenceRecord.Attendance attendance(PastConference.Attendance one) {
        return new ConferenceRecord.Attendance(
                one.participant(),
                one.leg(),
                one.number(),
                EventMapper.role(one.role()),
                one.joined(),
                one.left(),
                EventMapper.reason(one.reason()));
    }
}

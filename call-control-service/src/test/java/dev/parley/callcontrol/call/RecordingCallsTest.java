package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is left of calls: one record for every INVITE. */
class RecordingCallsTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");

    private static Scenario arrived() {
        return Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER));
    }

    private static Scenario dialled() {
        return Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER);
    }

    private static CallRecord of(Scenario scenario, dev.parley.contracts.id.LegId leg) {
        return scenario.records().stream()
                .filter(over -> over.leg().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conferenceLegTellsItsWholeCourse() {
        Scenario scenario = arrived()
                .pass(Duration.ofSeconds(1))
                .sdp(ROOM, CALLER, 0, ANSWER)
                .caller("ACK", 1, "")
                .pass(Duration.ofSeconds(60));
        assertThat(scenario.records()).isEmpty();

        assertThat(scenario.caller("BYE", 2, "").records())
                .containsExactly(new CallRecord(
                        Scenario.DEMO,
                        CALLER,
                        CALLER,
                        Optional.of(ROOM),
                        Direction.INCOMING,
                        "801",
                        Optional.of("Ada"),
                        "910",
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(Instant.EPOCH.plusSeconds(1)),
                        Instant.EPOCH.plusSeconds(61),
                        OptionalInt.of(200),
                        OptionalInt.empty(),
                        LegEnd.HUNG_UP,
                        EndedBy.PARTY));
    }

    @Test
    void refusedCallerHasARecordInTheRoomThatRefused() {
        Scenario scenario = arrived()
                .command(new RefuseLeg(ROOM, CALLER, Refusal.FULL))
                .sdp(OWN, CALLER, 0, ANSWER)
                .heard();

        CallRecord refused = of(scenario, CALLER);
        assertThat(refused.room()).contains(ROOM);
        assertThat(refused.status()).hasValue(486);
        assertThat(refused.answered()).isEmpty();
        assertThat(refused.reason()).isEqualTo(LegEnd.REFUSED);
        assertThat(refused.endedBy()).isEqualTo(EndedBy.PARLEY);
    }

    @Test
    void nobodysNumberHasARecord() {
        CallRecord refused = of(Scenario.dial("899999", ""), CALLER);

        assertThat(refused.status()).hasValue(404);
        assertThat(refused.cause()).hasValue(1);
        assertThat(refused.reason()).isEqualTo(LegEnd.REFUSED);
    }

    @Test
    void whoGivesUpHasARecordOnBothSides() {
        Scenario scenario = dialled().called(180, "b", "").caller("CANCEL", 1, "");

        CallRecord caller = of(scenario, CALLER);
        assertThat(caller.status()).hasValue(487);
        assertThat(caller.rang()).isPresent();
        assertThat(caller.reason()).isEqualTo(LegEnd.CANCELLED);
        CallRecord called = of(scenario, CALLED);
        assertThat(called.call()).isEqualTo(CALLER);
        assertThat(called.direction()).isEqualTo(Direction.OUTGOING);
        assertThat(called.to()).isEqualTo("802");
        assertThat(called.status()).hasValue(487);
        assertThat(called.reason()).isEqualTo(LegEnd.ENDED_BY_US);
        assertThat(called.endedBy()).isEqualTo(EndedBy.PARLEY);
    }

    @Test
    void whoHangsUpIsToldByTheReasons() {
        Scenario scenario =
                dialled().called(200, "b", THEIRS).caller("ACK", 1, "").caller("BYE", 2, "");

        assertThat(of(scenario, CALLER).reason()).isEqualTo(LegEnd.HUNG_UP);
        assertThat(of(scenario, CALLED).reason()).isEqualTo(LegEnd.ENDED_BY_US);
        assertThat(scenario.records())
                .extracting(CallRecord::status)
                .containsExactly(OptionalInt.of(200), OptionalInt.of(200));
    }

    @Test
    void busyPartyHasARecordWithItsAnswer() {
        Scenario scenario = dialled().called(486, "b", "");

        CallRecord called = of(scenario, CALLED);
        assertThat(called.status()).hasValue(486);
        assertThat(called.reason()).isEqualTo(LegEnd.BUSY);
        assertThat(called.endedBy()).isEqualTo(EndedBy.PARTY);
    }

    @Test
    void whoeverAConferenceCallsHasARecordWithTheTrunk() {
        Scenario scenario = Scenario.placed(new PlaceCall(ROOM, CALLED, "004930123", Optional.of("801"), 30))
                .sdp(ROOM, CALLED, 0, OFFER)
                .called(200, "b", THEIRS)
                .command(new HangUpLeg(ROOM, CALLED));

        CallRecord called = of(scenario, CALLED);
        assertThat(called.trunk()).contains("pstn");
        assertThat(called.from()).isEqualTo("801");
        assertThat(called.room()).contains(ROOM);
        assertThat(called.reason()).isEqualTo(LegEnd.ENDED_BY_US);
    }

    @Test
    void whoDoesNotAnswerInTimeHasARecord() {
        Scenario scenario = Scenario.placed(new PlaceCall(ROOM, CALLED, "802", Optional.of("801"), 30))
                .sdp(ROOM, CALLED, 0, OFFER)
                .called(180, "b", "")
                .impatient();

        CallRecord called = of(scenario, CALLED);
        assertThat(called.reason()).isEqualTo(LegEnd.NO_ANSWER);
        assertThat(called.endedBy()).isEqualTo(EndedBy.NOBODY);
    }
}

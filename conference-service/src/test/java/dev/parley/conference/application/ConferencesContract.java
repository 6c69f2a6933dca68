package dev.parley.conference.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.adapter.out.kafka.Scribe;
import dev.parley.conference.application.Conferences.Outcome;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.conference.domain.SomeFacts;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any storage of conferences promises. */
public interface ConferencesContract {
    Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");
    LegId ANNA = new LegId("anna");
    LegId BEN = new LegId("ben");
    RoomPolicy PIN_ROOM = SomeFacts.room(true, 3);
    Scribe SCRIBE = new Scribe(UUID::randomUUID, new DigitSeal("000102030405060708090a0b0c0d0e0f"));
    DigitSeal SEAL = new DigitSeal("000102030405060708090a0b0c0d0e0f");

    /** The storage, as one of several processes that share it sees it. */
    Conferences process();

    Outbox outbox();

    Timers timers();

    /** A room that no other test uses. */
    default RoomId newRoom() {
        return new RoomId("demo:" + UUID.randomUUID());
    }

    @Test
    default void aRoomNobodyKnowsIsIdle() {
        List<ConferenceState> seen = new ArrayList<>();

        process().change(newRoom(), delivery(0), state -> {
            seen.add(state);
            return nothing(newRoom(), state);
        });

        assertThat(seen).containsExactly(ConferenceState.Idle.NEW);
    }

    @Test
    default void whatWasStoredIsFoundByEveryProcess() {
        RoomId room = newRoom();
        stored(process(), room, delivery(0), arrive(ANNA));
        stored(process(), room, delivery(1), new ConferenceCommand.Answer(ANNA));
        Transition typed = stored(process(), room, delivery(2), new ConferenceCommand.PressKey(ANNA, '1'));

        assertThat(stateOf(room)).isEqualTo(typed.after());
    }

    @Test
    default void aConferenceIsFoundAsItWasLeft() {
        RoomId room = newRoom();
        Conferences process = process();
        stored(process, room, delivery(0), arrive(ANNA));
        stored(process, room, delivery(1), new ConferenceCommand.Answer(ANNA));
        stored(process, room, delivery(2), new ConferenceCommand.Hold(ANNA));

        Transition joined = stored(process, room, delivery(3), new ConferenceCommand.PressKey(ANNA, '#'));

        assertThat(joined.after()).isInstanceOf(ConferenceState.Live.class);
        assertThat(stateOf(room)).isEqualTo(joined.after());
    }

    @Test
    default void aRecordIsConsumedOnce() {
        RoomId room = newRoom();
        stored(process(), room, delivery(5), arrive(ANNA));

        assertThat(change(process(), room, delivery(5), arrive(BEN))).isInstanceOf(Outcome.Repeated.class);
        assertThat(change(process(), room, delivery(4), arrive(BEN))).isInstanceOf(Outcome.Repeated.class);
        assertThat(change(process(), room, delivery(6), arrive(BEN))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    default void logsAreCountedEachForItself() {
        RoomId room = newRoom();
        stored(process(), room, new Trigger.Delivery("calls-0", 5), arrive(ANNA));

        assertThat(change(process(), room, new Trigger.Delivery("media-0", 2), arrive(BEN)))
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    default void aRecordOfAnotherRoomIsNotConsumed() {
        stored(process(), newRoom(), delivery(9), arrive(ANNA));

        assertThat(change(process(), newRoom(), delivery(3), arrive(ANNA))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    default void nothingIsStoredWhenTheStepFails() {
        RoomId room = newRoom();

        assertThatThrownBy(() -> process().change(room, delivery(0), _ -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        assertThat(change(process(), room, delivery(0), arrive(ANNA))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    default void messagesWaitInTheirOrderUntilTheyHaveArrived() {
        RoomId room = newRoom();
        Outcome.Stored first = (Outcome.Stored) change(process(), room, delivery(0), arrive(ANNA));
        Outcome.Stored second =
                (Outcome.Stored) change(process(), room, delivery(1), new ConferenceCommand.Answer(ANNA));
        List<Envelope> all = new ArrayList<>(first.envelopes());
        all.addAll(second.envelopes());

        assertThat(outbox().waiting(room)).extracting(Envelope::id).containsExactlyElementsOf(ids(all));
        assertThat(outbox().waiting(room)).extracting(Envelope::payload).doesNotContainNull();
        outbox().remove(ids(first.envelopes()));
        assertThat(outbox().waiting(room)).extracting(Envelope::id).containsExactlyElementsOf(ids(second.envelopes()));
    }

    @Test
    default void aMessageIsKeptAsItWasWritten() {
        RoomId room = newRoom();
        Outcome.Stored stored = (Outcome.Stored) change(process(), room, delivery(0), refused());

        assertThat(outbox().waiting(room)).singleElement().satisfies(kept -> {
            Envelope written = stored.envelopes().getFirst();
            assertThat(kept.topic()).isEqualTo(written.topic());
            assertThat(kept.key()).isEqualTo(written.key());
            assertThat(kept.partition()).isEqualTo(written.partition()).hasValue(7);
            assertThat(kept.kind()).isEqualTo(written.kind());
            assertThat(kept.payload()).isEqualTo(written.payload());
        });
    }

    @Test
    default void whatAnotherProcessLeftBehindIsTold() {
        RoomId room = newRoom();
        Conferences died = process();
        change(died, room, delivery(0), arrive(ANNA));

        assertThat(((Outcome.Stored) change(died, room, delivery(1), arrive(BEN))).inheritance())
                .isFalse();
        assertThat(((Outcome.Stored) change(process(), room, delivery(2), new ConferenceCommand.Answer(ANNA)))
                        .inheritance())
                .isTrue();
        assertThat(outbox().roomsWaitingSince(NOW.plusSeconds(1))).contains(room);
        assertThat(outbox().roomsWaitingSince(NOW.minusSeconds(1))).doesNotContain(room);
    }

    @Test
    default void aTimerRingsOnce() {
        RoomId room = newRoom();
        stored(process(), room, delivery(0), arrive(ANNA));
        Timers.Due timer = timerOf(room).orElseThrow();
        Trigger alarm = new Trigger.Alarm(timer.leg(), timer.due());

        assertThat(timers().due(NOW)).noneMatch(due -> due.room().equals(room));
        assertThat(change(process(), room, alarm, new ConferenceCommand.TimerElapsed(ANNA)))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(change(process(), room, alarm, new ConferenceCommand.TimerElapsed(ANNA)))
                .isInstanceOf(Outcome.Repeated.class);
        assertThat(timerOf(room)).isEmpty();
    }

    @Test
    default void aTimerThatWasStartedOverDoesNotRingAtItsOldTime() {
        RoomId room = newRoom();
        stored(process(), room, delivery(0), arrive(ANNA));
        Timers.Due old = timerOf(room).orElseThrow();
        stored(process(), room, delivery(1), new ConferenceCommand.Answer(ANNA));

        assertThat(change(
                        process(),
                        room,
                        new Trigger.Alarm(old.leg(), old.due()),
                        new ConferenceCommand.TimerElapsed(ANNA)))
                .isInstanceOf(Outcome.Repeated.class);
        assertThat(timerOf(room)).isPresent();
    }

    @Test
    default void whoLeavesTakesTheTimerAlong() {
        RoomId room = newRoom();
        stored(process(), room, delivery(0), arrive(ANNA));
        stored(process(), room, delivery(1), new ConferenceCommand.Leave(ANNA, LeaveReason.HUNG_UP));

        assertThat(timerOf(room)).isEmpty();
    }

    @Test
    default void changesOfARoomFollowOneAnother() throws Exception {
        RoomId room = newRoom();
        RoomPolicy wide = SomeFacts.room(false, 1000);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome>> arrivals = IntStream.range(0, 40)
                    .<Callable<Outcome>>mapToObj(number -> () -> process()
                            .change(
                                    room,
                                    new Trigger.Delivery("log-" + number, 0),
                                    decide(room, arrive(new LegId("leg-" + number)), Optional.of(wide))))
                    .toList();
            for (Future<Outcome> done : threads.invokeAll(arrivals)) {
                assertThat(done.get()).isInstanceOf(Outcome.Stored.class);
            }
        }

        assertThat(stateOf(room).roster().legs()).hasSize(40);
    }

    private ConferenceState stateOf(RoomId room) {
        List<ConferenceState> seen = new ArrayList<>();
        process().change(room, new Trigger.Delivery(UUID.randomUUID().toString(), 0), state -> {
            seen.add(state);
            return nothing(room, state);
        });
        return seen.getFirst();
    }

    private Optional<Timers.Due> timerOf(RoomId room) {
        return timers().due(NOW.plus(Duration.ofHours(1))).stream()
                .filter(due -> due.room().equals(room))
                .findFirst();
    }

    private static Transition stored(Conferences conferences, RoomId room, Trigger trigger, ConferenceCommand command) {
        return ((Outcome.Stored) change(conferences, room, trigger, command)).transition();
    }

    private static Outcome change(Conferences conferences, RoomId room, Trigger trigger, ConferenceCommand command) {
        Optional<RoomPolicy> policy = command instanceof ConferenceCommand.OfLeg ofLeg
                        && ofLeg.leg().value().equals("refused")
                ? Optional.empty()
                : Optional.of(PIN_ROOM);
        return conferences.change(room, trigger, decide(room, command, policy));
    }

    private static Function<ConferenceState, Transition> decide(
            RoomId room, ConferenceCommand command, Optional<RoomPolicy> policy) {
        return state -> {
            Facts facts =
                    SomeFacts.of(NOW, policy, PinMatch.PIN, UUID.randomUUID().toString());
            Decision decision = Decider.decide(state, command, facts);
            ConferenceState after = state;
            if (decision instanceof Decision.Accepted accepted) {
                for (ConferenceEvent event : accepted.events()) {
                    after = Evolution.evolve(after, event);
                }
            }
            return new Transition(room, NOW, decision, after);
        };
    }

    private static Transition nothing(RoomId room, ConferenceState state) {
        return new Transition(room, NOW, new Decision.Accepted(List.of(), List.of()), state);
    }

    private static Trigger delivery(long offset) {
        return new Trigger.Delivery("calls-0", offset);
    }

    private static ConferenceCommand.Arrive arrive(LegId leg) {
        return new ConferenceCommand.Arrive(leg, 1, Party.extension("801"), Optional.of("offer"));
    }

    /** Finds no room. */
    private static ConferenceCommand.Arrive refused() {
        return new ConferenceCommand.Arrive(new LegId("refused"), 7, Party.extension("801"), Optional.empty());
    }

    private static List<UUID> ids(List<Envelope> envelopes) {
        return envelopes.stream().map(Envelope::id).toList();
    }
}

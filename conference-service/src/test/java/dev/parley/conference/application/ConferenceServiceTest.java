package dev.parley.conference.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.adapter.out.kafka.Scribe;
import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.Rejection;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.conference.domain.SomeFacts;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.DigitSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConferenceServiceTest {
    private static final RoomId ROOM = new RoomId("demo:901");
    private static final LegId ANNA = new LegId("anna");

    private final List<String> sent = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final InMemoryConferences conferences = new InMemoryConferences(
            new InMemoryConferences.Store(),
            new Scribe(UUID::randomUUID, new DigitSeal("000102030405060708090a0b0c0d0e0f"))::write);
    private final ConferenceService service = new ConferenceService(
            conferences,
            new FactFinder(
                    new OnePinRoom(),
                    new NoNumbers(),
                    new NothingCounted(),
                    InstantSource.fixed(Instant.EPOCH),
                    UUID::randomUUID),
            (room, envelopes, inheritance) -> envelopes.forEach(envelope -> sent.add(envelope.kind())),
            new Counting(),
            new RoomLocks(),
            InstantSource.fixed(Instant.EPOCH));
    private long offset;
    private int repeated;

    @Test
    @DisplayName("R3 the digits of an entry are held against the room's PIN when # ends it")
    void theRightPinLetsIn() {
        enter("12*1234#");

        assertThat(sent)
                .containsSubsequence("OpenLeg", "PlayPrompt", "AudioPlan", "ConferenceStarted", "ParticipantJoined");
    }

    @Test
    @DisplayName("R3 a wrong PIN does not")
    void aWrongPinDoesNotLetIn() {
        enter("1235#");

        assertThat(sent).doesNotContain("ConferenceStarted", "AudioPlan");
    }

    @Test
    @DisplayName("R4 the moderator PIN does, too")
    void theModeratorPinLetsIn() {
        enter("4321#");

        assertThat(sent).contains("ParticipantJoined");
    }

    @Test
    void whatIsRejectedIsCountedByItsReason() {
        take(new ConferenceCommand.Leave(ANNA, LeaveReason.HUNG_UP));

        assertThat(rejections).containsExactly(Rejection.NO_SUCH_LEG);
        assertThat(sent).isEmpty();
    }

    @Test
    void aRefusedCallerIsTold() {
        service.handle(new RoomId("demo:999"), new Trigger.Delivery("calls-0", 0), arrive());

        assertThat(sent).containsExactly("RefuseLeg");
        assertThat(rejections).containsExactly(Rejection.ROOM_UNKNOWN);
    }

    @Test
    void aRepeatedRecordSendsNothing() {
        service.handle(ROOM, new Trigger.Delivery("calls-0", 3), arrive());
        service.handle(ROOM, new Trigger.Delivery("calls-0", 3), arrive());

        assertThat(sent).containsExactly("OpenLeg");
        assertThat(repeated).isEqualTo(1);
        assertThat(rejections).isEmpty();
    }

    private void enter(String keys) {
        take(arrive());
        take(new ConferenceCommand.Answer(ANNA));
        keys.chars().forEach(key -> take(new ConferenceCommand.PressKey(ANNA, (char) key)));
    }

    private void take(ConferenceCommand command) {
        service.handle(ROOM, new Trigger.Delivery("calls-0", offset++), command);
    }

    private static ConferenceCommand.Arrive arrive() {
        return new ConferenceCommand.Arrive(ANNA, 0, Party.extension("801"), Optional.empty());
    }

    private static final class OnePinRoom implements RoomPolicies {
        @Override
        public Optional<RoomPolicy> find(RoomId room) {
            return room.equals(ROOM) ? Optional.of(SomeFacts.room(true, 3)) : Optional.empty();
        }

        @Override
        public RoomPolicy pretence(RoomId room) {
            return SomeFacts.PRETENCE;
        }

        @Override
        public PinMatch match(RoomId room, String digits) {
            return switch (digits) {
                case "1234" -> PinMatch.PIN;
                case "4321" -> PinMatch.MODERATOR_PIN;
                default -> PinMatch.NONE;
            };
        }
    }

    private static final class NoNumbers implements NumberPlan {
        @Override
        public Finding find(TenantId tenant, DialledNumber dialled) {
            return new Finding(
                    Optional.empty(), ClassOfService.EVERYTHING, OptionalInt.empty(), OptionalInt.empty(), true);
        }

        @Override
        public Limits limits(TenantId tenant) {
            return Limits.NONE;
        }

        @Override
        public Optional<String> callerId(TenantId tenant, String wanted) {
            return Optional.empty();
        }
    }

    /** Where nothing is limited, nothing but guesses is ever asked for. */
    private static final class NothingCounted implements Tallies {
        @Override
        public int conferences(TenantId tenant) {
            throw new AssertionError("Nothing is limited");
        }

        @Override
        public int participants(TenantId tenant) {
            throw new AssertionError("Nothing is limited");
        }

        @Override
        public int outsideCalls(TenantId tenant) {
            throw new AssertionError("Nothing is limited");
        }

        @Override
        public int outsideCallsOf(TenantId tenant, String extension) {
            throw new AssertionError("Nothing is limited");
        }

        @Override
        public int outsideCallsSince(TenantId tenant, String extension, Instant then) {
            throw new AssertionError("Nothing is limited");
        }

        @Override
        public Guesses guesses(RoomId room, Party caller) {
            return Guesses.NONE;
        }
    }

    private final class Counting implements Watcher {
        @Override
        public void carriedOut(Duration took) {
            assertThat(took).isZero();
        }

        @Override
        public void happened(RoomId room, List<ConferenceEvent> events) {
            assertThat(room).isEqualTo(ROOM);
        }

        @Override
        public void rejected(Rejection reason) {
            rejections.add(reason);
        }

        @Override
        public void repeated() {
            repeated++;
        }
    }
}

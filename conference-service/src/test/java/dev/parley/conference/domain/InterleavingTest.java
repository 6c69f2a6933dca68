package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.adapter.out.postgres.Storage;
import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.contracts.id.LegId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that may befall a consultation, in every order: up to {@value #LONGEST} of it, one after the other, from every
 * stage. Anna is aside, Ben is in the room, Cleo is called.
 */
class InterleavingTest {
    private static final int LONGEST = 4;
    private static final RoomPolicy ROOM = SomeFacts.room(false, 3);
    private static final Party CALLED = Party.outside("+4915112345");

    /** How far it has got when it begins to happen. */
    private enum Beginning {
        DIAL_TONE,
        DIALLING,
        RINGING,
        EARLY_MEDIA,
        TALKING
    }

    private enum Happening {
        ADMINISTRATOR_HANGS_UP,
        INVITEE_HANGS_UP,
        INVITEE_ANSWERS,
        RING_TIME_OVER,
        MERGE_KEYS,
        RETURN_KEYS,
        ROOM_ENDS,
        SERVICE_RESTARTS
    }

    /** One run of it, watched. */
    private static final class Run {
        private final ConferenceScenario scenario =
                in(ROOM).numbersReach(CALLED).callsAs(CLEO);
        private final RoomLaws laws = new RoomLaws(ROOM.seats());
        private final Set<LegId> placed = new HashSet<>();
        private final Set<LegId> over = new HashSet<>();
        private boolean ended;
        private boolean watched;

        Run(Beginning beginning, boolean watched) {
            this.watched = watched;
            step(arrive(ANNA), new Answer(ANNA), arrive(BEN), new Answer(BEN));
            step(new Request.AssignRole(scenario.participantOf(ANNA), Role.MODERATOR));
            boolean dialled = beginning != Beginning.DIAL_TONE;
            step(new Request.Consult(
                    scenario.participantOf(ANNA),
                    dialled ? Optional.of("1") : Optional.empty(),
                    ConferenceScenario.RING));
            switch (beginning) {
                case DIAL_TONE, DIALLING -> {}
                case RINGING -> step(new Ring(CLEO));
                case EARLY_MEDIA -> step(new Progress(CLEO));
                case TALKING -> step(new Answer(CLEO));
            }
        }

        /** What comes before the last was looked at in the shorter orders. */
        void happens(List<Happening> order) {
            for (int at = 0; at < order.size(); at++) {
                watched = at == order.size() - 1;
                happens(order.get(at));
            }
        }

        private void happens(Happening happening) {
            switch (happening) {
                case ADMINISTRATOR_HANGS_UP -> leave(ANNA);
                case INVITEE_HANGS_UP -> {
                    if (isAnswered()) {
                        leave(CLEO);
                    } else {
                        fail(CallFailure.DECLINED);
                    }
                }
                case INVITEE_ANSWERS -> step(new Answer(CLEO));
                case RING_TIME_OVER -> {
                    if (!isAnswered()) {
                        fail(CallFailure.NO_ANSWER);
                    }
                }
                case MERGE_KEYS -> step(new PressKey(ANNA, '*'), new PressKey(ANNA, '*'));
                case RETURN_KEYS -> step(new PressKey(ANNA, '*'), new PressKey(ANNA, '#'));
                case ROOM_ENDS -> {
                    step(new Request.End());
                    ended = true;
                }
                case SERVICE_RESTARTS -> scenario.restarted(Storage::andBack);
            }
        }

        private void leave(LegId leg) {
            over.add(leg);
            step(new Leave(leg, LeaveReason.HUNG_UP));
        }

        private void fail(CallFailure failure) {
            if (placed.contains(CLEO)) {
                over.add(CLEO);
                step(new FailCall(CLEO, failure, OptionalInt.of(480)));
            }
        }

        private boolean isAnswered() {
            return scenario.state()
                            .roster()
                            .find(CLEO)
                            .filter(Leg.Member.class::isInstance)
                            .isPresent()
                    || AsideLaws.consultations(scenario.state())
                            .anyMatch(aside -> aside.stage() == ConsultationStage.TALKING);
        }

        private void step(ConferenceCommand... commands) {
            for (ConferenceCommand command : commands) {
                ConferenceState before = scenario.state();
                scenario.when(command);
                if (watched) {
                    laws.hold(before, command, scenario.decision(), scenario.state());
                } else {
                    laws.follow(command, scenario.decision());
                }
                for (Effect effect : scenario.decision().effects()) {
                    if (effect instanceof Effect.PlaceCall place) {
                        placed.add(place.leg());
                    } else if (effect instanceof Effect.HangUpLeg hangUp) {
                        over.add(hangUp.leg());
                    }
                }
            }
        }

        void check() {
            laws.holdAtTheEnd(scenario.state());
            noLegIsAnOrphan();
            nobodyIsLost();
            nobodyIsStuck();
        }

        private void noLegIsAnOrphan() {
            for (LegId leg : placed) {
                boolean here = scenario.isHere(leg);
                assertThat(here || over.contains(leg))
                        .as("a leg that was called is here, or its end was told or asked for")
                        .isTrue();
            }
        }

        private void nobodyIsLost() {
            assertThat(scenario.state()
                            .roster()
                            .find(BEN)
                            .filter(Leg.Member.class::isInstance)
                            .isPresent())
                    .as("who is in the room stays there until it is over")
                    .isEqualTo(!ended);
            assertThat(scenario.state()
                            .roster()
                            .find(ANNA)
                            .filter(Leg.Member.class::isInstance)
                            .isPresent())
                    .as("who is aside stays a participant")
                    .isEqualTo(!ended && !over.contains(ANNA));
        }

        /** The keys always bring one back. */
        private void nobodyIsStuck() {
            if (AsideLaws.consultations(scenario.state()).findAny().isPresent()) {
                happens(Happening.RETURN_KEYS);
                assertThat(AsideLaws.consultations(scenario.state()))
                        .as("nobody is aside for ever")
                        .isEmpty();
                assertThat(scenario.hearing(ANNA).aside()).isEmpty();
                noLegIsAnOrphan();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R16 R17 R18 R19 R22 no order of events leaves a stuck state, an orphan leg or a lost participant")
    void everyOrderOfEventsHasAnOutcome(Beginning beginning) {
        List<List<Happening>> orders = new ArrayList<>(List.of(List.of()));
        for (int at = 0; at < orders.size(); at++) {
            List<Happening> order = orders.get(at);
            run(beginning, order);
            if (order.size() < LONGEST) {
                for (Happening next : Happening.values()) {
                    List<Happening> longer = new ArrayList<>(order);
                    longer.add(next);
                    orders.add(longer);
                }
            }
        }
        assertThat(orders).hasSize(1 + 8 + 64 + 512 + 4096);
    }

    private static void run(Beginning beginning, List<Happening> order) {
        try {
            Run run = new Run(beginning, order.isEmpty());
            run.happens(order);
            run.check();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("From " + beginning + ": " + order, e);
        }
    }
}

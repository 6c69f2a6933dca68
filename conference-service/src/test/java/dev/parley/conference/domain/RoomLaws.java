package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of a room after every step, as somebody sees it who only knows what it says. */
final class RoomLaws {
    private final int seats;
    private final Set<LegId> open = new HashSet<>();
    private final Set<LegId> timers = new HashSet<>();
    private final Map<ParticipantId, LegId> present = new HashMap<>();
    private final Set<ParticipantId> departed = new HashSet<>();
    private final Set<ConferenceId> ended = new HashSet<>();
    private ConferenceId running;
    private long sequence;
    private HearingPlan plan = new HearingPlan(0, false, List.of());

    RoomLaws(int seats) {
        this.seats = seats;
    }

    void hold(ConferenceState before, ConferenceCommand command, Decision decision, ConferenceState after) {
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(this::told);
        } else {
            assertThat(after).isEqualTo(before);
        }
        decision.effects().forEach(effect -> asked(effect, command));
        assertThat(present).as("capacity").hasSizeLessThanOrEqualTo(seats);
        assertThat(plan.revision()).as("the newest plan is told").isEqualTo(after.revision());
        assertThat(plan.legs())
                .as("the plan has exactly those who are in")
                .extracting(HearingPlan.Hearing::leg)
                .containsExactlyInAnyOrderElementsOf(present.values());
        assertThat(open)
                .as("media is open for exactly those who are here")
                .isEqualTo(after.roster().legs().stream().map(Leg::id).collect(Collectors.toSet()));
        assertThat(running != null)
                .as("a conference lasts from the first to the last")
                .isEqualTo(!present.isEmpty());
    }

    void holdAtTheEnd(ConferenceState state) {
        assertThat(timers)
                .as("whoever is no member has a timer, so that nobody stays for ever")
                .isEqualTo(state.roster().legs().stream()
                        .filter(leg -> !(leg instanceof Leg.Member))
                        .map(Leg::id)
                        .collect(Collectors.toSet()));
    }

    private void told(ConferenceEvent event) {
        if (event instanceof ConferenceEvent.Told told) {
            assertThat(told.sequence()).as("no gap").isEqualTo(told instanceof ConferenceStarted ? 1 : sequence + 1);
            sequence = told.sequence();
            tell(told);
            if (!(told instanceof ConferenceEnded)) {
                assertThat(told.conference()).isEqualTo(running);
            }
        }
    }

    private void tell(ConferenceEvent.Told told) {
        switch (told) {
            case ConferenceStarted started -> {
                assertThat(running).as("one conference at a time").isNull();
                assertThat(ended).doesNotContain(started.conference());
                running = started.conference();
            }
            case ParticipantJoined joined -> {
                assertThat(departed).doesNotContain(joined.participant());
                assertThat(present.put(joined.participant(), joined.leg())).isNull();
            }
            case ParticipantLeft left -> {
                assertThat(present.remove(left.participant()))
                        .as("one leave for a join")
                        .isNotNull();
                departed.add(left.participant());
            }
            case ConferenceEnded over -> {
                assertThat(over.conference()).isEqualTo(running);
                ended.add(running);
                running = null;
            }
        }
    }

    private void asked(Effect effect, ConferenceCommand command) {
        switch (effect) {
            case Effect.OpenLeg(LegId leg, var _, var _) ->
                assertThat(open.add(leg)).as("opened once").isTrue();
            case Effect.CloseLeg(LegId leg) ->
                assertThat(open.remove(leg)).as("closed once").isTrue();
            case Effect.RefuseLeg(LegId leg, var _, var _) ->
                assertThat(command)
                        .isInstanceOf(Arrive.class)
                        .extracting(ConferenceCommand::leg)
                        .isEqualTo(leg);
            case Effect.HangUpLeg(LegId leg, var _) -> assertOpen(leg);
            case Effect.PlayPrompts play -> assertOpen(play.leg());
            case Effect.StopPrompts(LegId leg) -> assertOpen(leg);
            case Effect.ConnectAudio(HearingPlan next) -> {
                assertThat(next.revision()).as("revisions grow").isGreaterThan(plan.revision());
                plan = next;
            }
            case Effect.StartTimer(LegId leg, var _) -> {
                assertOpen(leg);
                timers.add(leg);
            }
            case Effect.CancelTimer(LegId leg) -> timers.remove(leg);
        }
    }

    private void assertOpen(LegId leg) {
        assertThat(open).as("nothing is asked for a leg after its end").contains(leg);
    }
}

package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of a room after every step, as somebody sees it who only knows what it says. */
final class RoomLaws {
    private final int seats;
    private final Set<LegId> open = new HashSet<>();
    private final Set<LegId> timers = new HashSet<>();
    private final Map<ParticipantId, LegId> present = new HashMap<>();
    private final Set<ParticipantId> departed = new HashSet<>();
    private final Set<InvitationId> pending = new HashSet<>();
    private final Set<InvitationId> decided = new HashSet<>();
    private final AsideLaws asideLaws = new AsideLaws();
    private final Set<RecordingId> recordings = new HashSet<>();
    private final Set<ConferenceId> ended = new HashSet<>();
    private Optional<Snapshot> folded = Optional.empty();
    private boolean takingOver;
    private ConferenceId running;
    private long sequence;
    private HearingPlan plan = new HearingPlan(0, Optional.empty(), List.of(), Optional.empty());

    RoomLaws(int seats) {
        this.seats = seats;
    }

    /** Takes note of a step that was looked at before. */
    void follow(ConferenceCommand command, Decision decision) {
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(this::told);
        }
        takingOver = false;
        decision.effects().forEach(effect -> asked(effect, command));
    }

    void hold(ConferenceState before, ConferenceCommand command, Decision decision, ConferenceState after) {
        follow(command, decision);
        if (decision instanceof Decision.Rejected) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(after.roster().seatsTaken()).as("capacity").isLessThanOrEqualTo(seats);
        assertThat(plan).as("the newest plan is told").isEqualTo(HearingPlan.of(after));
        assertThat(open)
                .as("media is open for exactly those who are here")
                .isEqualTo(after.roster().legs().stream().map(Leg::id).collect(Collectors.toSet()));
        assertThat(running != null)
                .as("a conference lasts while somebody is in or being called")
                .isEqualTo(!present.isEmpty() || !pending.isEmpty());
        assertThat(pending)
                .as("an invitation waits exactly while its leg does")
                .isEqualTo(after.roster().invited().stream()
                        .map(leg -> leg.invitation().id())
                        .collect(Collectors.toSet()));
        asideLaws.hold(after, plan, present);
        assertThat(folded).as("the fold of what is told is what is").isEqualTo(Snapshot.of(after));
        if (after instanceof ConferenceState.Live live) {
            live.roster().members().forEach(member -> heardAsTheFactsSay(live, member));
        }
    }

    private void heardAsTheFactsSay(ConferenceState.Live live, Leg.Member member) {
        HearingPlan.Hearing hearing = plan.legs().stream()
                .filter(leg -> leg.leg().equals(member.id()))
                .findFirst()
                .orElseThrow();
        Voice voice = member.voice();
        if (live.consultations().of(member.participant()).isPresent()) {
            assertThat(hearing.recording()).as("nothing private is recorded").isEmpty();
            return;
        }
        boolean waits = !live.course().opened() || voice.onHold();
        assertThat(hearing.heard())
                .as("heard")
                .isEqualTo(!waits
                        && !member.held()
                        && !voice.mutedBySelf()
                        && !voice.mutedByModerator()
                        && !voice.mutedByPolicy());
        assertThat(hearing.hears()).as("hears").isEqualTo(!waits && !voice.deaf());
        assertThat(hearing.music()).as("music").isEqualTo(waits);
        if (member.isModerator()) {
            assertThat(voice.mutedByPolicy()).as("no policy mutes a moderator").isFalse();
        }
    }

    void holdAtTheEnd(ConferenceState state) {
        assertThat(timers)
                .as("whoever has not got through, is leaving, or is in the middle of keying, has a timer")
                .isEqualTo(state.roster().legs().stream()
                        .filter(leg -> hasTimer(state, leg))
                        .map(Leg::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean hasTimer(ConferenceState state, Leg leg) {
        return switch (leg) {
            case Leg.Member member ->
                !member.keys().isEmpty()
                        || AsideLaws.consultations(state)
                                .anyMatch(
                                        one -> one.isCollecting() && one.owner().equals(member.participant()));
            case Leg.Consulted consulted ->
                AsideLaws.consultations(state)
                        .noneMatch(one ->
                                one.id().equals(consulted.consultation()) && one.stage() == ConsultationStage.TALKING);
            case Leg.Opening _, Leg.EnteringPin _, Leg.Naming _, Leg.Invited _, Leg.Leaving _ -> true;
        };
    }

    private void told(ConferenceEvent event) {
        if (event instanceof ConferenceEvent.CallTakenOver) {
            takingOver = true;
        } else if (event instanceof ConferenceEvent.LegExpected expected && takingOver) {
            assertThat(open.add(expected.dialog().id())).as("opened elsewhere").isTrue();
        }
        if (event instanceof ConferenceEvent.Told told) {
            assertThat(told.sequence()).as("no gap").isEqualTo(told instanceof ConferenceStarted ? 1 : sequence + 1);
            sequence = told.sequence();
            folded = Snapshot.fold(folded, told);
            tell(told);
            if (!(told instanceof ConferenceEnded)) {
                assertThat(told.conference()).isEqualTo(running);
            }
        }
    }

    private void tell(ConferenceEvent.Told told) {
        asideLaws.tell(told);
        if (told instanceof ConferenceStarted started) {
            assertThat(running).as("one conference at a time").isNull();
            assertThat(ended).doesNotContain(started.conference());
            running = started.conference();
        } else if (told instanceof ParticipantJoined joined) {
            assertThat(departed).doesNotContain(joined.participant());
            assertThat(present.put(joined.participant(), joined.leg())).isNull();
        } else if (told instanceof ParticipantLeft left) {
            assertThat(present.remove(left.participant()))
                    .as("one leave for a join")
                    .isNotNull();
            departed.add(left.participant());
        } else if (told instanceof ConferenceEnded over) {
            assertThat(over.conference()).isEqualTo(running);
            assertThat(recordings).as("no recording outlives its conference").isEmpty();
            ended.add(running);
            running = null;
        } else if (told instanceof InvitationRequested requested) {
            assertThat(pending.add(requested.invitation().id())).isTrue();
        } else if (told instanceof InvitationEnded over) {
            assertThat(pending.remove(over.invitation()))
                    .as("one outcome for an invitation")
                    .isTrue();
            assertThat(decided.add(over.invitation())).isTrue();
        } else if (told instanceof RecordingStarted started) {
            assertThat(recordings.add(started.recording())).isTrue();
        } else if (told instanceof RecordingStopped stopped) {
            assertThat(recordings.remove(stopped.recording())).isTrue();
        }
    }

    private void asked(Effect effect, ConferenceCommand command) {
        switch (effect) {
            case Effect.OpenLeg(LegId leg, var _, var _, var _) ->
                assertThat(open.add(leg)).as("opened once").isTrue();
            case Effect.PlaceCall place ->
                assertThat(open.add(place.leg())).as("called once").isTrue();
            case Effect.CloseLeg(LegId leg) ->
                assertThat(open.remove(leg)).as("closed once").isTrue();
            case Effect.RefuseLeg(LegId leg, var _, var _) ->
                assertThat(command)
                        .isInstanceOfSatisfying(
                                Arrive.class, arrive -> assertThat(arrive.leg()).isEqualTo(leg));
            case Effect.HangUpLeg(LegId leg, var _) -> assertOpen(leg);
            case Effect.PlayPrompts play -> {
                assertOpen(play.leg());
                assertThat(play.prompts()).isNotEmpty();
            }
            case Effect.StopPrompts(LegId leg) -> assertOpen(leg);
            case Effect.RecordName(LegId leg, var _, var _) -> assertOpen(leg);
            case Effect.EndName(LegId leg) -> assertOpen(leg);
            case Effect.ConnectAudio(HearingPlan next) -> {
                assertThat(next.revision()).as("revisions grow").isGreaterThan(plan.revision());
                assertThat(next.soundsLike(plan))
                        .as("no plan without a difference")
                        .isFalse();
                plan = next;
            }
            case Effect.StartTimer(LegId leg, var _) -> {
                assertOpen(leg);
                timers.add(leg);
            }
            case Effect.CancelTimer(LegId leg) -> timers.remove(leg);
            case Effect.SendKey(LegId leg, var _) -> {
                assertOpen(leg);
                assertThat(command)
                        .as("only who is aside sends keys")
                        .isInstanceOfAny(ConferenceCommand.PressKey.class, ConferenceCommand.TimerElapsed.class);
            }
            case Effect.AnswerEscalation answer ->
                assertThat(command)
                        .isInstanceOfSatisfying(
                                ConferenceCommand.Escalate.class,
                                escalate -> assertThat(answer.attempt()).isEqualTo(escalate.attempt()));
            case Effect.CountGuess _ ->
                assertThat(command).isInstanceOfAny(ConferenceCommand.PressKey.class, ConferenceCommand.Escalate.class);
        }
    }

    private void assertOpen(LegId leg) {
        assertThat(open).as("nothing is asked for a leg after its end").contains(leg);
    }
}

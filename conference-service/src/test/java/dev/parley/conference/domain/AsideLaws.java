package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceEvent.ConsultationEnded;
import dev.parley.conference.domain.ConferenceEvent.ConsultationStarted;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true after every step of those who are aside: they are in private, and nobody is lost there. */
final class AsideLaws {
    private final Set<ConsultationId> begun = new HashSet<>();
    private final Set<ConsultationId> ended = new HashSet<>();

    static Stream<Consultation> consultations(ConferenceState state) {
        return state instanceof ConferenceState.Live live ? live.consultations().all().stream() : Stream.empty();
    }

    void tell(ConferenceEvent.Told told) {
        if (told instanceof ConsultationStarted started) {
            assertThat(begun.add(started.consultation())).isTrue();
        } else if (told instanceof ConsultationEnded over) {
            assertThat(begun.remove(over.consultation()))
                    .as("one outcome for a consultation")
                    .isTrue();
            assertThat(ended.add(over.consultation())).isTrue();
        }
    }

    /** @param present the participants who are in, as was told */
    void hold(ConferenceState state, HearingPlan plan, Map<ParticipantId, LegId> present) {
        assertThat(begun)
                .as("a consultation waits for its outcome exactly while its owner is aside")
                .isEqualTo(consultations(state).map(Consultation::id).collect(Collectors.toSet()));
        assertThat(consultations(state).flatMap(one -> one.called().stream()).toList())
                .as("whoever is called in private is here, and nobody else is here in private")
                .containsExactlyInAnyOrderElementsOf(state.roster().legs().stream()
                        .filter(Leg.Consulted.class::isInstance)
                        .map(Leg::id)
                        .toList());
        assertThat(consultations(state).map(Consultation::owner).toList())
                .as("who is aside is a participant, and aside once")
                .doesNotHaveDuplicates()
                .allSatisfy(owner -> assertThat(present).containsKey(owner));
        consultations(state).forEach(one -> nothingIsHeardAcross(one, plan, present));
    }

    /** What is said aside reaches the two who are there, and nothing else reaches them (R18, R22). */
    private static void nothingIsHeardAcross(
            Consultation consultation, HearingPlan plan, Map<ParticipantId, LegId> present) {
        Set<LegId> two = new HashSet<>(consultation.called().stream().toList());
        two.add(present.get(consultation.owner()));
        for (HearingPlan.Hearing speaking : plan.legs()) {
            Set<LegId> audience = Audience.of(plan, speaking.leg());
            if (two.contains(speaking.leg())) {
                assertThat(two).containsAll(audience);
            } else {
                assertThat(audience).doesNotContainAnyElementsOf(two);
            }
        }
    }
}

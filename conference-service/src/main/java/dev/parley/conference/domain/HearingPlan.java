package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import java.util.List;

/**
 * Who hears whom in a room, whole.
 *
 * @param revision grows with every plan of the room
 * @param music whether whoever has nobody to hear gets music; silence otherwise
 * @param legs those who are in; each hears all others that may be heard
 */
public record HearingPlan(long revision, boolean music, List<Hearing> legs) {
    /**
     * One leg in the audio.
     *
     * @param heard false while its phone holds: the others must not hear its music
     */
    public record Hearing(LegId leg, boolean heard) {}

    public HearingPlan {
        legs = List.copyOf(legs);
    }

    /** The plan that this state wants. Whoever is not let in is not in it. */
    public static HearingPlan of(ConferenceState state) {
        List<Hearing> legs = state.roster().members().stream()
                .map(member -> new Hearing(member.id(), !member.held()))
                .toList();
        return new HearingPlan(state.revision(), wantsMusic(state) && legs.size() == 1, legs);
    }

    private static boolean wantsMusic(ConferenceState state) {
        return switch (state) {
            case ConferenceState.Idle _ -> false;
            case ConferenceState.Occupied occupied -> occupied.policy().musicWhenAlone();
        };
    }
}

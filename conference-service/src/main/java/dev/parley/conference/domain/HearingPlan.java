package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who hears whom in a room, whole.
 *
 * @param revision grows with every plan of the room
 * @param music what is played to whoever has nobody to hear; none: silence
 * @param legs those who are in; each that may hear hears all others that may be heard
 * @param recording the conference is recorded under this name
 */
public record HearingPlan(long revision, Optional<String> music, List<Hearing> legs, Optional<RecordingId> recording) {
    /**
     * One leg in the audio.
     *
     * @param heard whether the others hear it
     * @param hears whether it hears the others
     * @param music whether it waits with music
     * @param recording what it says is recorded under this name
     */
    public record Hearing(LegId leg, boolean heard, boolean hears, boolean music, Optional<RecordingId> recording) {}

    public HearingPlan {
        legs = List.copyOf(legs);
    }

    /** The plan that this state wants. Whoever is not let in is not in it. */
    public static HearingPlan of(ConferenceState state) {
        return switch (state) {
            case ConferenceState.Idle _, ConferenceState.Gathering _ ->
                new HearingPlan(state.revision(), Optional.empty(), List.of(), Optional.empty());
            case Live live -> of(live);
        };
    }

    private static HearingPlan of(Live live) {
        List<Hearing> legs = live.roster().legs().stream()
                .flatMap(leg -> hearing(leg, live.course()))
                .toList();
        Optional<String> music = legs.size() == 1 ? live.policy().manners().music() : Optional.empty();
        return new HearingPlan(live.revision(), music, legs, live.course().recording());
    }

    private static Stream<Hearing> hearing(Leg leg, Course course) {
        return switch (leg) {
            case Leg.Member member -> Stream.of(hearing(member, course));
            case Leg.Invited invited
            when invited.stage() == InvitationStage.EARLY_MEDIA
                    && invited.invitation().earlyMedia() -> Stream.of(hearing(invited, course));
            case Leg.Invited _, Leg.Opening _, Leg.EnteringPin _, Leg.Naming _, Leg.Leaving _ -> Stream.empty();
        };
    }

    private static Hearing hearing(Leg.Member member, Course course) {
        Voice voice = member.voice();
        boolean present = course.opened() && !voice.onHold();
        return new Hearing(
                member.id(),
                present && !member.held() && !voice.isMuted(),
                present && !voice.deaf(),
                !present,
                member.recording());
    }

    /** Under the rule that it will be under when it has answered (R26). */
    private static Hearing hearing(Leg.Invited invited, Course course) {
        boolean muted = course.moderated() && invited.invitation().role() != Role.MODERATOR;
        return new Hearing(
                invited.id(),
                course.opened() && !muted && !invited.held(),
                course.opened(),
                !course.opened(),
                Optional.empty());
    }

    /** Whether nobody would notice the difference. */
    boolean soundsLike(HearingPlan other) {
        return music.equals(other.music) && legs.equals(other.legs) && recording.equals(other.recording);
    }
}

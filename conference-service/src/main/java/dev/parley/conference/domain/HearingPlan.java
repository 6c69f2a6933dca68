package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
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
 * @param call the two-party call in whose media the room's is; none: the room has its own
 */
public record HearingPlan(
        long revision,
        Optional<String> music,
        List<Hearing> legs,
        Optional<RecordingId> recording,
        Optional<RoomId> call) {
    /**
     * One leg in the audio.
     *
     * @param heard whether the others hear it
     * @param hears whether it hears the others
     * @param music whether it waits with music
     * @param recording what it says is recorded under this name
     * @param aside the consultation whose two hear each other and nobody else, nor are heard by anybody else; none: it
     *     is in the room
     */
    public record Hearing(
            LegId leg,
            boolean heard,
            boolean hears,
            boolean music,
            Optional<RecordingId> recording,
            Optional<ConsultationId> aside) {
        /** In the room. */
        public Hearing(LegId leg, boolean heard, boolean hears, boolean music, Optional<RecordingId> recording) {
            this(leg, heard, hears, music, recording, Optional.empty());
        }
    }

    /** In media of the room's own. */
    public HearingPlan(long revision, Optional<String> music, List<Hearing> legs, Optional<RecordingId> recording) {
        this(revision, music, legs, recording, Optional.empty());
    }

    public HearingPlan {
        legs = List.copyOf(legs);
    }

    /** The plan that this state wants. Whoever is not let in is not in it. */
    public static HearingPlan of(ConferenceState state) {
        return switch (state) {
            case ConferenceState.Idle _ -> nobody(state, Optional.empty());
            case ConferenceState.Gathering gathering -> nobody(state, gathering.call());
            case Live live -> of(live);
        };
    }

    private static HearingPlan nobody(ConferenceState state, Optional<RoomId> call) {
        return new HearingPlan(state.revision(), Optional.empty(), List.of(), Optional.empty(), call);
    }

    private static HearingPlan of(Live live) {
        List<Hearing> legs =
                live.roster().legs().stream().flatMap(leg -> hearing(leg, live)).toList();
        long inTheRoom = legs.stream().filter(leg -> leg.aside().isEmpty()).count();
        Optional<String> music = inTheRoom == 1 ? live.policy().manners().music() : Optional.empty();
        return new HearingPlan(live.revision(), music, legs, live.course().recording(), live.call());
    }

    private static Stream<Hearing> hearing(Leg leg, Live live) {
        Course course = live.course();
        return switch (leg) {
            case Leg.Member member ->
                Stream.of(live.consultations()
                        .of(member.participant())
                        .map(aside -> hearing(member, aside))
                        .orElseGet(() -> hearing(member, course)));
            case Leg.Consulted consulted ->
                live.consultations().find(consulted.consultation()).stream()
                        .filter(aside -> aside.stage().isHeard())
                        .map(aside -> hearing(consulted, aside));
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

    /** What mutes or deafens in the room does not so in private; and nothing that is said there is recorded. */
    private static Hearing hearing(Leg.Member owner, Consultation aside) {
        boolean waits = owner.voice().onHold();
        return new Hearing(
                owner.id(), !waits && !owner.held(), !waits, waits, Optional.empty(), Optional.of(aside.id()));
    }

    private static Hearing hearing(Leg.Consulted consulted, Consultation aside) {
        return new Hearing(consulted.id(), !consulted.held(), true, false, Optional.empty(), Optional.of(aside.id()));
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
        return music.equals(other.music)
                && legs.equals(other.legs)
                && recording.equals(other.recording)
                && call.equals(other.call);
    }
}

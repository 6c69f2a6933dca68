package dev.parley.systemtests.world;

import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.conference.ParticipantEvent;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.systemtests.world.Attendance.Guest;
import dev.parley.systemtests.world.Attendance.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Folds a room's public events, from the beginning of a conference on, by nothing but what they say. */
final class FoldedStory {
    private static final String POLICY = "policy";
    private static final String MODERATOR = "moderator";

    private final Map<String, Member> members = new HashMap<>();
    private final Map<ParticipantId, String> legs = new HashMap<>();
    private final Map<String, Guest> invited = new HashMap<>();
    private final Map<Object, String> calledLegs = new HashMap<>();
    private long sequence;
    private boolean locked;
    private boolean muted;

    private FoldedStory() {}

    /** What the last conference of these has come to; {@link Attendance#NOBODY} when it is over. */
    static Attendance of(List<ConferenceEvent> events) {
        FoldedStory story = new FoldedStory();
        events.forEach(story::fold);
        return new Attendance(story.sequence, story.members, story.invited, story.locked, story.muted);
    }

    private void fold(ConferenceEvent event) {
        if (event.sequence() != sequence + 1) {
            throw new IllegalStateException("Event " + event.sequence() + " followed on " + sequence + ": " + event);
        }
        sequence = event.sequence();
        switch (event) {
            case ConferenceEvent.ParticipantJoined joined -> {
                String leg = joined.leg().value();
                legs.put(joined.participant(), leg);
                members.put(leg, new Member(joined.number(), lower(joined.role()), Set.of(), false, Set.of()));
                change(leg, this::underTheRule);
            }
            case ConferenceEvent.ParticipantLeft left -> members.remove(legs.get(left.participant()));
            case ConferenceEvent.ConferenceEnded _ -> end();
            case ConferenceEvent.ConferenceLocked _ -> locked = true;
            case ConferenceEvent.ConferenceUnlocked _ -> locked = false;
            case ConferenceEvent.AllMuted _ -> muteAll(true);
            case ConferenceEvent.AllUnmuted _ -> muteAll(false);
            case ParticipantEvent told -> fold(told);
            case InvitationEvent told -> fold(told);
            case ConferenceEvent _ -> {
                // Says nothing of who is in.
            }
        }
    }

    private void end() {
        sequence = 0;
        members.clear();
        invited.clear();
        locked = false;
        muted = false;
    }

    private void muteAll(boolean on) {
        muted = on;
        members.replaceAll((_, member) -> underTheRule(member));
    }

    private Member underTheRule(Member member) {
        return muting(member, POLICY, muted && !member.role().equals(MODERATOR));
    }

    private void change(String leg, UnaryOperator<Member> to) {
        members.computeIfPresent(leg, (_, member) -> to.apply(member));
    }

    private void fold(ParticipantEvent event) {
        change(legs.getOrDefault(event.participant(), ""), member -> switch (event) {
            case ParticipantEvent.ParticipantMuted told -> muting(member, lower(told.by()), true);
            case ParticipantEvent.ParticipantUnmuted told -> muting(member, lower(told.by()), false);
            case ParticipantEvent.ParticipantDeafened _ -> deafened(member, true);
            case ParticipantEvent.ParticipantUndeafened _ -> deafened(member, false);
            case ParticipantEvent.ParticipantHeld told -> holding(member, lower(told.by()), true);
            case ParticipantEvent.ParticipantResumed told -> holding(member, lower(told.by()), false);
            case ParticipantEvent.ParticipantRoleChanged told ->
                underTheRule(new Member(
                        member.number(), lower(told.role()), member.mutedBy(), member.deaf(), member.heldBy()));
        });
    }

    private void fold(InvitationEvent event) {
        switch (event) {
            case InvitationEvent.InvitationRequested told -> {
                calledLegs.put(told.invitation(), told.leg().value());
                invited.put(told.leg().value(), new Guest(told.destination(), lower(told.role()), "dialling"));
            }
            case InvitationEvent.InvitationProgressed told ->
                invited.computeIfPresent(
                        calledLegs.getOrDefault(told.invitation(), ""),
                        (_, guest) -> new Guest(guest.number(), guest.role(), lower(told.stage())));
            case InvitationEvent.InvitationEnded told -> invited.remove(calledLegs.getOrDefault(told.invitation(), ""));
        }
    }

    private static Member muting(Member member, String by, boolean on) {
        return new Member(
                member.number(), member.role(), with(member.mutedBy(), by, on), member.deaf(), member.heldBy());
    }

    private static Member holding(Member member, String by, boolean on) {
        return new Member(
                member.number(), member.role(), member.mutedBy(), member.deaf(), with(member.heldBy(), by, on));
    }

    private static Member deafened(Member member, boolean on) {
        return new Member(member.number(), member.role(), member.mutedBy(), on, member.heldBy());
    }

    private static Set<String> with(Set<String> before, String word, boolean on) {
        Set<String> after = new TreeSet<>(before);
        if (on) {
            after.add(word);
        } else {
            after.remove(word);
        }
        return after;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

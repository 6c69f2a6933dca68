package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceEvent.KeysCollected;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.KeyMap.Reading;
import dev.parley.contracts.id.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keys do that somebody in the conference presses (R2, R5, R6, R12, R13); answered in that one ear, always. */
final class KeyRules {
    static final Duration SILENCE = Duration.ofSeconds(3);
    static final Duration RING = Duration.ofSeconds(60);

    private KeyRules() {}

    /** The newest of the directory, so that a changed map counts for the next key. */
    static KeyMap keys(ConferenceState.Occupied state, Facts facts) {
        return facts.room().orElse(state.policy()).manners().keys();
    }

    static Decision press(Story story, Leg.Member member, char key) {
        return switch (keys(story.live(), story.facts()).press(member.keys(), key)) {
            case Reading.More(String keys) -> collect(story, member, keys);
            case Reading.Does(KeyAction action, String number) -> perform(story, member, action, number);
            case Reading.Nothing _ ->
                member.keys().isEmpty() ? rejected(Rejection.KEY_WITHOUT_MEANING) : giveUp(story, member);
        };
    }

    static Decision silence(Story story, Leg.Member member) {
        if (member.keys().isEmpty()) {
            return rejected(Rejection.NOTHING_CHANGES);
        }
        return switch (keys(story.live(), story.facts()).silence(member.keys())) {
            case Reading.Does(KeyAction action, String number) -> perform(story, member, action, number);
            case Reading.More _, Reading.Nothing _ -> giveUp(story, member);
        };
    }

    private static Decision collect(Story story, Leg.Member member, String keys) {
        Optional<KeyAction> unconfirmed = keys(story.live(), story.facts()).unconfirmed(keys);
        if (unconfirmed.isPresent() && !isAllowed(story, member, unconfirmed.get())) {
            return perform(story, member, unconfirmed.get(), "");
        }
        story.happens(new KeysCollected(member.id(), keys)).startTimer(member, SILENCE);
        unconfirmed.ifPresent(_ -> story.say(member, Prompt.CONFIRM_END));
        return story.accepted();
    }

    /** A {@code #} alone is no try at anything. */
    private static Decision giveUp(Story story, Leg.Member member) {
        boolean tried = member.keys().startsWith("*");
        forget(story, member);
        return (tried ? story.say(member, Prompt.NO_SUCH_KEY) : story).accepted();
    }

    private static void forget(Story story, Leg.Member member) {
        if (!member.keys().isEmpty()) {
            story.happens(new KeysCollected(member.id(), "")).ask(new CancelTimer(member.id()));
        }
    }

    private static boolean isAllowed(Story story, Leg.Member member, KeyAction action) {
        return action.isAllowed(KeyState.of(member, story.manners()));
    }

    private static Decision perform(Story story, Leg.Member pressing, KeyAction action, String number) {
        forget(story, pressing);
        Leg.Member member = story.roster().find(pressing.participant()).orElse(pressing);
        if (!isAllowed(story, member, action)) {
            return story.say(member, Prompt.NOT_ALLOWED).accepted();
        }
        Optional<Rejection> rejection = carryOut(story, member, action, number);
        if (story.roster().find(member.participant()).isPresent()) {
            List<Prompt> answer = rejection
                    .filter(reason -> reason != Rejection.NOTHING_CHANGES)
                    .map(reason -> List.of(spoken(reason)))
                    .orElseGet(() -> confirmation(story, action));
            if (!answer.isEmpty()) {
                story.say(member, answer);
            }
        }
        return story.accepted();
    }

    private static Optional<Rejection> carryOut(Story story, Leg.Member member, KeyAction action, String number) {
        Course course = story.live().course();
        return switch (action) {
            case MUTE_SELF -> muteSelf(story, member);
            case INVITE -> invite(story, member, ClirCode.read(number));
            case DROP_INVITED -> InvitingRules.dropLast(story, member);
            case CONSULT -> ask(story, member, new Request.Consult(member.participant(), Optional.empty(), RING));
            case HEAD_COUNT -> Optional.empty();
            case DROP_LAST -> dropLast(story, member);
            case MUTE_ALL -> ask(story, member, new Request.MuteAll());
            case UNMUTE_ALL -> ask(story, member, new Request.UnmuteAll());
            case LOCK -> ask(story, member, new Request.Lock());
            case UNLOCK -> ask(story, member, new Request.Unlock());
            case TOGGLE_LOCK -> ask(story, member, course.locked() ? new Request.Unlock() : new Request.Lock());
            case START_RECORDING -> ask(story, member, new Request.StartRecording());
            case STOP_RECORDING -> ask(story, member, new Request.StopRecording());
            case TOGGLE_RECORDING ->
                ask(
                        story,
                        member,
                        course.recording().isPresent() ? new Request.StopRecording() : new Request.StartRecording());
            case END_CONFERENCE -> ask(story, member, new Request.End());
        };
    }

    private static Optional<Rejection> invite(Story story, Leg.Member member, ClirCode dialled) {
        CallerId caller = CallerId.of(member.party(), dialled.withholds());
        return ask(story, member, new Request.Invite(dialled.number(), Role.PARTICIPANT, caller, true, RING));
    }

    private static Optional<Rejection> ask(Story story, Leg.Member member, Request request) {
        return RequestRules.carryOut(story, request, Asker.atKeypad(member));
    }

    /** What others did to one, one cannot undo; where only a moderator unmutes, not even what one did oneself (R6). */
    private static Optional<Rejection> muteSelf(Story story, Leg.Member member) {
        Voice voice = member.voice();
        ParticipantId id = member.participant();
        boolean bound = story.manners().muteNonModerator() && !member.isModerator();
        if (voice.mutedBySelf() && !bound) {
            return ask(story, member, new Request.Unmute(id, Muting.SELF));
        }
        if (voice.isMuted()) {
            story.say(member, Prompt.MUTED_BY_MODERATOR);
            return Optional.empty();
        }
        return ask(story, member, new Request.Mute(id, Muting.SELF));
    }

    private static Optional<Rejection> dropLast(Story story, Leg.Member member) {
        List<Leg.Member> others = new ArrayList<>(story.roster().members());
        others.removeIf(other -> other.id().equals(member.id()));
        return others.isEmpty()
                ? Optional.of(Rejection.NOTHING_TO_DROP)
                : ask(story, member, new Request.Kick(others.getLast().participant()));
    }

    /** Nothing where the rule itself has said it. */
    private static List<Prompt> confirmation(Story story, KeyAction action) {
        Course course = story.live().course();
        return switch (action) {
            case MUTE_SELF, CONSULT, END_CONFERENCE, START_RECORDING, STOP_RECORDING, TOGGLE_RECORDING -> List.of();
            case INVITE -> List.of(Prompt.TRYING);
            case DROP_INVITED -> List.of(Prompt.CALL_DROPPED);
            case DROP_LAST -> List.of(Prompt.CALL_DROPPED);
            case HEAD_COUNT -> headCount(story.roster().members().size());
            case MUTE_ALL -> List.of(Prompt.ALL_MUTED);
            case UNMUTE_ALL -> List.of(Prompt.ALL_UNMUTED);
            case LOCK, UNLOCK, TOGGLE_LOCK -> List.of(course.locked() ? Prompt.LOCKED : Prompt.UNLOCKED);
        };
    }

    private static List<Prompt> headCount(int participants) {
        List<Prompt> prompts = new ArrayList<>(Prompt.number(participants));
        prompts.add(Prompt.PARTICIPANTS);
        return prompts;
    }

    static Prompt spoken(Rejection reason) {
        return switch (reason) {
            case ALREADY_DIALLING -> Prompt.TRYING;
            case NUMBER_UNKNOWN -> Prompt.NOT_FOUND;
            case ROOM_FULL -> Prompt.CONFERENCE_FULL;
            case ROOM_LOCKED -> Prompt.CONFERENCE_LOCKED;
            case CALLS_EXHAUSTED, TENANT_EXHAUSTED -> Prompt.LIMIT_REACHED;
            case NOTHING_TO_DROP -> Prompt.NOTHING_TO_DROP;
            case NOT_ALLOWED, NUMBER_BARRED -> Prompt.NOT_ALLOWED;
            case NOBODY_TO_MERGE -> Prompt.TRYING;
            case ROOM_UNKNOWN,
                    ROOM_TAKEN,
                    WRONG_PASSWORD,
                    NO_SUCH_CONSULTATION,
                    NOT_STARTED,
                    SHUT_OUT,
                    ALREADY_HERE,
                    NO_SUCH_LEG,
                    ALREADY_ANSWERED,
                    NOT_ANSWERED,
                    NOTHING_CHANGES,
                    KEY_WITHOUT_MEANING,
                    NO_CONFERENCE,
                    NO_SUCH_PARTICIPANT,
                    NO_SUCH_INVITATION -> Prompt.TECHNICAL_PROBLEM;
        };
    }
}

package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.ConsultationDialled;
import dev.parley.conference.domain.ConferenceEvent.ConsultationEnded;
import dev.parley.conference.domain.ConferenceEvent.ConsultationStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationProgressed;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.KeysCollected;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.conference.domain.Effect.StartTimer;
import dev.parley.conference.domain.Effect.StopPrompts;
import dev.parley.conference.domain.Request.Consult;
import dev.parley.contracts.id.LegId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Going aside, and coming back with somebody or alone (R16–R20). Anybody aside is a participant like before. */
final class ConsultationRules {
    /** So long one may listen to the dial tone. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Where an answer cannot be told from ringing nothing but the caller ends it, if he lives (R20). */
    private static final Duration UNSUPERVISED_RING = Duration.ofHours(1);

    private ConsultationRules() {}

    static Optional<Rejection> consult(Story story, Consult wish, Cause cause) {
        Optional<Leg.Member> found = story.roster().find(wish.participant());
        if (found.isEmpty()) {
            return Optional.of(Rejection.NO_SUCH_PARTICIPANT);
        }
        Leg.Member member = found.get();
        if (!member.isModerator()) {
            return Optional.of(Rejection.NOT_ALLOWED);
        }
        Optional<Consultation> aside = story.live().consultations().of(wish.participant());
        if (aside.filter(one -> !one.isCollecting()).isPresent()) {
            return Optional.of(Rejection.ALREADY_DIALLING);
        }
        if (wish.number().isEmpty()) {
            return aside.isPresent()
                    ? Optional.of(Rejection.NOTHING_CHANGES)
                    : begin(story, member, cause)
                            .say(member, Prompt.DIAL_TONE)
                            .startTimer(member, PATIENCE)
                            .unopposed();
        }
        Optional<Rejection> objection = objection(story);
        if (objection.isPresent()) {
            return objection;
        }
        if (aside.isEmpty()) {
            begin(story, member, cause);
        } else {
            story.ask(new StopPrompts(member.id())).ask(new CancelTimer(member.id()));
            forgetKeys(story, member);
        }
        story.live()
                .consultations()
                .of(wish.participant())
                .ifPresent(one -> call(story, member, one, wish.ring(), cause));
        return Optional.empty();
    }

    /** What is said in private is in no recording, also not in one's own. */
    private static Story begin(Story story, Leg.Member member, Cause cause) {
        forgetKeys(story, member);
        story.tell((conference, sequence) -> new ConsultationStarted(
                        conference, sequence, cause, story.facts().ids().consultation(), member.participant()))
                .ask(new StopPrompts(member.id()));
        if (!member.keys().isEmpty()) {
            story.ask(new CancelTimer(member.id()));
        }
        member.recording()
                .ifPresent(recording -> story.tell((conference, sequence) -> new RecordingStopped(
                        conference, sequence, Cause.POLICY, recording, Optional.of(member.participant()))));
        return story;
    }

    private static void forgetKeys(Story story, Leg.Member member) {
        if (!member.keys().isEmpty()) {
            story.happens(new KeysCollected(member.id(), ""));
        }
    }

    /** Why the number that was dialled must not be called. A seat is kept, so that they can come back together. */
    static Optional<Rejection> objection(Story story) {
        if (story.isFull()) {
            return Optional.of(Rejection.ROOM_FULL);
        }
        return AdmissionRules.exhausted(story.state(), story.facts().tenant())
                ? Optional.of(Rejection.TENANT_EXHAUSTED)
                : story.facts().dialling().orElse(Dialling.NOBODY).objection();
    }

    /** Calls whom the facts name, for whom there is no objection. */
    static void call(Story story, Leg.Member owner, Consultation aside, Duration ring, Cause cause) {
        Dialling dialling = story.facts().dialling().orElse(Dialling.NOBODY);
        Party party = dialling.to().orElseThrow(() -> new IllegalStateException("Nobody is called"));
        Duration most = dialling.supervised() ? ring : UNSUPERVISED_RING;
        LegId leg = story.facts().ids().leg();
        Dialog dialog = new Dialog(leg, owner.instance(), party, false);
        story.tell((conference, sequence) ->
                        new ConsultationDialled(conference, sequence, cause, aside.id(), dialog, dialling.supervised()))
                .ask(new CancelTimer(owner.id()))
                .ask(new PlaceCall(
                        leg,
                        dialog.instance(),
                        party.number(),
                        CallerId.of(owner.party(), Optional.empty()),
                        most,
                        story.call()))
                .ask(new StartTimer(leg, story.facts().now().plus(most).plus(InvitingRules.GRACE)));
    }

    /** Both come into the room; only once there is something to be heard of the called party (R17). */
    static Optional<Rejection> merge(Story story, Consultation aside, Cause cause) {
        Optional<Leg> called = aside.called().flatMap(story.roster()::find);
        if (called.isEmpty() || !aside.stage().isHeard()) {
            return Optional.of(Rejection.NOBODY_TO_MERGE);
        }
        if (aside.stage() == ConsultationStage.TALKING) {
            Entrance.join(story, called.get(), Role.PARTICIPANT, cause, Optional.empty());
        } else {
            invite(story, called.get(), aside, cause);
        }
        settle(story, aside);
        return Optional.empty();
    }

    private static void invite(Story story, Leg called, Consultation aside, Cause cause) {
        Invitation invitation =
                new Invitation(story.facts().ids().invitation(), Optional.of(aside.owner()), Role.PARTICIPANT, true);
        story.tell((conference, sequence) ->
                        new InvitationRequested(conference, sequence, cause, called.dialog(), invitation))
                .tell((conference, sequence) -> new InvitationProgressed(
                        conference, sequence, cause, invitation.id(), called.id(), InvitationStage.EARLY_MEDIA));
        end(story, aside, new ConsultationOutcome.MergedEarly(invitation.id()), cause);
    }

    /** The owner alone comes back, and whoever was called is hung up on (R18). */
    static Story comeBack(Story story, Consultation aside, Cause cause) {
        hangUp(story, aside);
        end(story, aside, new ConsultationOutcome.Returned(), cause);
        List<Prompt> prompts = new ArrayList<>();
        aside.called().ifPresent(_ -> prompts.add(Prompt.CALL_DROPPED));
        if (story.roster().members().size() == 1) {
            prompts.add(Prompt.ONLY_ONE);
        }
        return settle(story, aside, prompts);
    }

    /** The called leg is over by itself, and the owner is told why. */
    static Story comeBack(Story story, Consultation aside, ConsultationOutcome outcome, Prompt why, Cause cause) {
        close(story, aside);
        end(story, aside, outcome, cause);
        return settle(story, aside, List.of(why));
    }

    /** The owner is leaving the conference; whoever was called does not stay. */
    static Story abandon(Story story, Consultation aside, Cause cause) {
        hangUp(story, aside);
        end(story, aside, new ConsultationOutcome.Abandoned(), cause);
        return story;
    }

    static void end(Story story, Consultation aside, ConsultationOutcome outcome, Cause cause) {
        story.tell((conference, sequence) ->
                new ConsultationEnded(conference, sequence, cause, aside.id(), aside.called(), outcome));
    }

    private static void hangUp(Story story, Consultation aside) {
        aside.called().flatMap(story.roster()::find).ifPresent(story::hangUp);
        close(story, aside);
    }

    private static void close(Story story, Consultation aside) {
        aside.called().ifPresent(called -> story.ask(new CancelTimer(called)).ask(new CloseLeg(called)));
    }

    private static Story settle(Story story, Consultation aside, List<Prompt> prompts) {
        settle(story, aside);
        if (!prompts.isEmpty()) {
            story.roster().find(aside.owner()).ifPresent(owner -> story.say(owner, prompts));
        }
        return story;
    }

    /** Nothing of going aside is left: no keys, no tone, and one's own recording goes on where there was one. */
    private static void settle(Story story, Consultation aside) {
        story.roster().find(aside.owner()).ifPresent(owner -> {
            if (aside.isCollecting() || !owner.keys().isEmpty()) {
                forgetKeys(story, owner);
                story.ask(new CancelTimer(owner.id()));
            }
            if (!aside.stage().isHeard()) {
                story.ask(new StopPrompts(owner.id()));
            }
            if (owner.invitation().isPresent()) {
                Entrance.recordInvited(
                        story, owner, owner.participant(), story.facts().ids().otherRecording());
            }
        });
    }
}

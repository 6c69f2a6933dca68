package dev.parley.conference.domain;

import static dev.parley.conference.domain.Decision.rejected;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.NameOver;
import dev.parley.conference.domain.ConferenceCommand.OfLeg;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConsultationProgressed;
import dev.parley.conference.domain.ConsultationOutcome.Failed;
import dev.parley.conference.domain.ConsultationOutcome.HungUp;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.util.Collections;
import java.util.OptionalInt;

/** What becomes of the one who is called in private: heard by the owner alone, until they are merged (R16–R20). */
final class ConsultedRules {
    /** The ringing tone lasts 5 s; more of them than anybody waits. */
    private static final int MOST_RINGS = 36;

    private ConsultedRules() {}

    static Decision decide(Story story, Leg.Consulted leg, OfLeg command) {
        return story.live()
                .consultations()
                .find(leg.consultation())
                .map(aside -> decide(story, leg, aside, command))
                .orElseGet(() -> rejected(Rejection.NO_SUCH_CONSULTATION));
    }

    private static Decision decide(Story story, Leg.Consulted leg, Consultation aside, OfLeg command) {
        boolean answered = aside.stage() == ConsultationStage.TALKING;
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ when answered -> rejected(Rejection.ALREADY_ANSWERED);
            case Answer _ -> answer(story, leg, aside);
            case Ring _ -> ring(story, aside);
            case Progress _ -> progress(story, aside, ConsultationStage.EARLY_MEDIA);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(answered ? Rejection.KEY_WITHOUT_MEANING : Rejection.NOT_ANSWERED);
            case PromptOver _, NameOver _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave _, FailCall _ when answered -> gone(story, aside, Cause.SIP);
            case FailCall(var _, CallFailure failure, OptionalInt status) ->
                fail(story, aside, new Failed(failure, status), Cause.SIP);
            case Leave _ -> fail(story, aside, new Failed(CallFailure.ERROR, OptionalInt.empty()), Cause.SIP);
            case LoseMedia _ when answered -> gone(story.hangUp(leg), aside, Cause.POLICY);
            case TimerElapsed _
            when !answered ->
                fail(story.hangUp(leg), aside, new Failed(CallFailure.NO_ANSWER, OptionalInt.empty()), Cause.POLICY);
            // Networks announce early media and send none; the ringing time bounds the wait.
            case LoseMedia _, TimerElapsed _ -> rejected(Rejection.NOTHING_CHANGES);
        };
    }

    private static Decision answer(Story story, Leg.Consulted leg, Consultation aside) {
        story.ask(new CancelTimer(leg.id()));
        return progress(story, aside, ConsultationStage.TALKING);
    }

    /** Where no ringing tone comes from there, it comes from us. */
    private static Decision ring(Story story, Consultation aside) {
        if (aside.stage().compareTo(ConsultationStage.RINGING) < 0) {
            story.roster()
                    .find(aside.owner())
                    .ifPresent(owner -> story.say(owner, Collections.nCopies(MOST_RINGS, Prompt.RINGBACK)));
        }
        return progress(story, aside, ConsultationStage.RINGING);
    }

    private static Decision progress(Story story, Consultation aside, ConsultationStage stage) {
        if (aside.stage().compareTo(stage) >= 0) {
            return rejected(Rejection.NOTHING_CHANGES);
        }
        if (aside.stage() == ConsultationStage.RINGING) {
            story.roster().find(aside.owner()).ifPresent(owner -> story.ask(new StopPrompts(owner.id())));
        }
        return story.tell((conference, sequence) ->
                        new ConsultationProgressed(conference, sequence, Cause.SIP, aside.id(), stage))
                .accepted();
    }

    private static Decision fail(Story story, Consultation aside, Failed outcome, Cause cause) {
        return ConsultationRules.comeBack(story, aside, outcome, CallRules.spoken(outcome.failure()), cause)
                .accepted();
    }

    private static Decision gone(Story story, Consultation aside, Cause cause) {
        return ConsultationRules.comeBack(story, aside, new HungUp(), Prompt.CALL_DROPPED, cause)
                .accepted();
    }
}

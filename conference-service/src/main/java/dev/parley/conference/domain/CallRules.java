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
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationProgressed;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.InvitationOutcome.Failed;
import java.util.Optional;
import java.util.OptionalInt;

/** What becomes of a call that was placed: it rings, is heard, is answered; or fails; or is taken back (R12–R14, R27). */
final class CallRules {
    private CallRules() {}

    static Decision decide(Story story, Leg.Invited leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ ->
                Entrance.join(story, leg, leg.invitation().role(), Cause.SIP, Optional.empty())
                        .accepted();
            case Ring _ -> progress(story, leg, InvitationStage.RINGING);
            case Progress _ -> progress(story, leg, InvitationStage.EARLY_MEDIA);
            case Hold _ -> story.hold(leg);
            case Resume _ -> story.resume(leg);
            case PressKey _ -> rejected(Rejection.NOT_ANSWERED);
            // Networks announce early media and send none; the ringing time bounds the wait.
            case PromptOver _, NameOver _, LoseMedia _ -> rejected(Rejection.NOTHING_CHANGES);
            case FailCall(var _, CallFailure failure, OptionalInt status) ->
                fail(story, leg, new Failed(failure, status), Cause.SIP).accepted();
            case Leave _ ->
                fail(story, leg, new Failed(CallFailure.ERROR, OptionalInt.empty()), Cause.SIP)
                        .accepted();
            case TimerElapsed _ ->
                fail(story.hangUp(leg), leg, new Failed(CallFailure.NO_ANSWER, OptionalInt.empty()), Cause.POLICY)
                        .accepted();
        };
    }

    private static Decision progress(Story story, Leg.Invited leg, InvitationStage stage) {
        return leg.stage().compareTo(stage) >= 0
                ? rejected(Rejection.NOTHING_CHANGES)
                : story.tell((conference, sequence) -> new InvitationProgressed(
                                conference,
                                sequence,
                                Cause.SIP,
                                leg.invitation().id(),
                                leg.id(),
                                stage))
                        .accepted();
    }

    private static Story fail(Story story, Leg.Invited leg, Failed outcome, Cause cause) {
        over(story, leg, outcome, cause);
        leg.invitation()
                .inviter()
                .flatMap(story.roster()::find)
                .ifPresent(inviter -> story.say(inviter, spoken(outcome.failure())));
        return Departure.endIfDeserted(story, cause);
    }

    static Story cancel(Story story, Leg.Invited leg, Cause cause) {
        return over(story.hangUp(leg), leg, new InvitationOutcome.Cancelled(), cause);
    }

    private static Story over(Story story, Leg.Invited leg, InvitationOutcome outcome, Cause cause) {
        return story.tell((conference, sequence) -> new InvitationEnded(
                        conference, sequence, cause, leg.invitation().id(), leg.id(), outcome))
                .ask(new CancelTimer(leg.id()))
                .ask(new CloseLeg(leg.id()));
    }

    static Prompt spoken(CallFailure failure) {
        return switch (failure) {
            case BUSY -> Prompt.BUSY;
            case DECLINED -> Prompt.REFUSED;
            case NO_ANSWER -> Prompt.NO_ANSWER;
            case UNREACHABLE -> Prompt.NOT_REGISTERED;
            case ERROR -> Prompt.TECHNICAL_PROBLEM;
        };
    }
}

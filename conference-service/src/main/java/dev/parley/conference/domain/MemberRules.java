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
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantResumed;
import java.util.Optional;

/** What happens to somebody who is in the conference. */
final class MemberRules {
    private MemberRules() {}

    static Decision decide(Story story, Leg.Member leg, OfLeg command) {
        return switch (command) {
            case Arrive _ -> rejected(Rejection.ALREADY_HERE);
            case Answer _ -> rejected(Rejection.ALREADY_ANSWERED);
            case Hold _ -> hold(story, leg);
            case Resume _ -> resume(story, leg);
            case PressKey(var _, char key) ->
                aside(story, leg)
                        .map(aside -> AsideRules.press(story, leg, aside, key))
                        .orElseGet(() -> KeyRules.press(story, leg, key));
            case TimerElapsed _ ->
                aside(story, leg)
                        .map(aside -> AsideRules.silence(story, leg, aside))
                        .orElseGet(() -> KeyRules.silence(story, leg));
            case PromptOver _, NameOver _, Ring _, Progress _ -> rejected(Rejection.NOTHING_CHANGES);
            case Leave(var _, LeaveReason reason) ->
                Departure.part(story, leg, reason, Cause.SIP).accepted();
            case FailCall _ ->
                Departure.part(story, leg, LeaveReason.LOST, Cause.SIP).accepted();
            case LoseMedia _ ->
                Departure.part(story.hangUp(leg), leg, LeaveReason.LOST, Cause.POLICY)
                        .accepted();
        };
    }

    private static Optional<Consultation> aside(Story story, Leg.Member leg) {
        return story.live().consultations().of(leg.participant());
    }

    private static Decision hold(Story story, Leg.Member leg) {
        return leg.held()
                ? rejected(Rejection.NOTHING_CHANGES)
                : story.tell((conference, sequence) ->
                                new ParticipantHeld(conference, sequence, Cause.SIP, leg.participant(), Holding.PHONE))
                        .accepted();
    }

    private static Decision resume(Story story, Leg.Member leg) {
        return leg.held()
                ? story.tell((conference, sequence) -> new ParticipantResumed(
                                conference, sequence, Cause.SIP, leg.participant(), Holding.PHONE))
                        .accepted()
                : rejected(Rejection.NOTHING_CHANGES);
    }
}

package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.Dialog;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.messaging.UnreadableMessage;

/** What others have noticed, as the commands it means to a room. */
final class CommandMapper {
    private CommandMapper() {}

    static ConferenceCommand toCommand(CallEvent event) {
        return switch (event) {
            case CallEvent.LegArrived arrived ->
                new ConferenceCommand.Arrive(
                        arrived.leg(), arrived.instance(), party(arrived.caller()), arrived.offer());
            case CallEvent.LegAnswered answered -> new ConferenceCommand.Answer(answered.leg());
            case CallEvent.LegHeld held -> new ConferenceCommand.Hold(held.leg());
            case CallEvent.LegResumed resumed -> new ConferenceCommand.Resume(resumed.leg());
            case CallEvent.LegDigit digit -> key(digit.leg(), digit.digit());
            case CallEvent.LegRinging ringing -> new ConferenceCommand.Ring(ringing.leg());
            case CallEvent.LegProgressed progressed -> new ConferenceCommand.Progress(progressed.leg());
            case CallEvent.EscalationAsked asked -> escalate(asked);
            case CallEvent.LegEnded ended -> end(ended);
        };
    }

    static ConferenceCommand toCommand(MediaEvent.OfLeg event) {
        return switch (event) {
            case MediaEvent.DigitPressed pressed -> key(pressed.leg(), pressed.digit());
            case MediaEvent.PromptEnded ended -> new ConferenceCommand.PromptOver(ended.leg(), ended.request());
            case MediaEvent.LegMediaLost lost -> new ConferenceCommand.LoseMedia(lost.leg());
            case MediaEvent.NameRecorded name ->
                new ConferenceCommand.NameOver(name.leg(), name.request(), name.spoken());
        };
    }

    private static ConferenceCommand escalate(CallEvent.EscalationAsked asked) {
        return new ConferenceCommand.Escalate(
                asked.call(),
                asked.attempt(),
                dialog(asked.presser(), asked.instance()),
                dialog(asked.other(), asked.instance()),
                asked.password());
    }

    private static Dialog dialog(CallEvent.Talker talker, int instance) {
        return new Dialog(talker.leg(), instance, party(talker.caller()), talker.held());
    }

    private static ConferenceCommand key(LegId leg, String digit) {
        if (digit.length() != 1) {
            throw new UnreadableMessage("Expected a digit to be one character, but it has " + digit.length());
        }
        return new ConferenceCommand.PressKey(leg, digit.charAt(0));
    }

    /** Guessing is counted by where a call comes from: the address if the edge knows it, else the trunk. */
    private static Party party(Caller caller) {
        boolean inside = switch (caller.origin()) {
            case PHONE -> true;
            case TRUNK -> false;
        };
        return new Party(
                caller.number(),
                inside,
                caller.source().or(caller::trunk).orElse(caller.number()),
                caller.withheld().isPresent());
    }

    private static ConferenceCommand end(CallEvent.LegEnded ended) {
        return switch (ended.reason()) {
            case HUNG_UP, CANCELLED -> leave(ended, LeaveReason.HUNG_UP);
            case REFUSED, ENDED_BY_US -> leave(ended, LeaveReason.REMOVED);
            case LOST -> leave(ended, LeaveReason.LOST);
            case MEDIA_FAILED -> leave(ended, LeaveReason.MEDIA_FAILED);
            case BUSY -> fail(ended, CallFailure.BUSY);
            case DECLINED -> fail(ended, CallFailure.DECLINED);
            case NO_ANSWER -> fail(ended, CallFailure.NO_ANSWER);
            case UNREACHABLE -> fail(ended, CallFailure.UNREACHABLE);
        };
    }

    private static ConferenceCommand leave(CallEvent.LegEnded ended, LeaveReason reason) {
        return new ConferenceCommand.Leave(ended.leg(), reason);
    }

    private static ConferenceCommand fail(CallEvent.LegEnded ended, CallFailure failure) {
        return new ConferenceCommand.FailCall(ended.leg(), failure, ended.status());
    }
}

package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.contracts.call.CallEvent;
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
                        arrived.leg(), arrived.instance(), arrived.caller().number(), arrived.offer());
            case CallEvent.LegAnswered answered -> new ConferenceCommand.Answer(answered.leg());
            case CallEvent.LegHeld held -> new ConferenceCommand.Hold(held.leg());
            case CallEvent.LegResumed resumed -> new ConferenceCommand.Resume(resumed.leg());
            case CallEvent.LegDigit digit -> key(digit.leg(), digit.digit());
            case CallEvent.LegEnded ended -> new ConferenceCommand.Leave(ended.leg(), reason(ended.reason()));
        };
    }

    static ConferenceCommand toCommand(MediaEvent event) {
        return switch (event) {
            case MediaEvent.DigitPressed pressed -> key(pressed.leg(), pressed.digit());
            case MediaEvent.PromptEnded ended -> new ConferenceCommand.PromptOver(ended.leg(), ended.request());
            case MediaEvent.LegMediaLost lost -> new ConferenceCommand.LoseMedia(lost.leg());
        };
    }

    private static ConferenceCommand key(LegId leg, String digit) {
        if (digit.length() != 1) {
            throw new UnreadableMessage("Expected a digit to be one character, but it has " + digit.length());
        }
        return new ConferenceCommand.PressKey(leg, digit.charAt(0));
    }

    private static LeaveReason reason(CallEvent.LegEnd end) {
        return switch (end) {
            case HUNG_UP, CANCELLED -> LeaveReason.HUNG_UP;
            case REFUSED, ENDED_BY_US -> LeaveReason.REMOVED;
            case LOST -> LeaveReason.LOST;
            case MEDIA_FAILED -> LeaveReason.MEDIA_FAILED;
        };
    }
}

package dev.parley.conference.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.Dialog;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.messaging.UnreadableMessage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandMapperTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final LegId LEG = new LegId("leg");
    private static final Caller CALLER = new Caller(Caller.Origin.PHONE, "801", Optional.of("Anna"), Optional.empty());

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(
                        new CallEvent.LegArrived(ROOM, LEG, 2, CALLER, "910", Optional.of("sdp")),
                        new ConferenceCommand.Arrive(LEG, 2, Party.extension("801"), Optional.of("sdp"))),
                Arguments.of(
                        new CallEvent.LegArrived(ROOM, LEG, 2, caller(Optional.empty()), "910", Optional.empty()),
                        new ConferenceCommand.Arrive(
                                LEG, 2, new Party("+4930123456", false, "pstn"), Optional.empty())),
                Arguments.of(
                        new CallEvent.LegArrived(
                                ROOM, LEG, 2, caller(Optional.of("192.0.2.7")), "910", Optional.empty()),
                        new ConferenceCommand.Arrive(
                                LEG, 2, new Party("+4930123456", false, "192.0.2.7"), Optional.empty())),
                Arguments.of(
                        new CallEvent.LegArrived(
                                ROOM,
                                LEG,
                                2,
                                caller(Optional.of("192.0.2.7")).withholding(true),
                                "910",
                                Optional.empty()),
                        new ConferenceCommand.Arrive(
                                LEG, 2, new Party("+4930123456", false, "192.0.2.7", true), Optional.empty())),
                Arguments.of(new CallEvent.LegRinging(ROOM, LEG), new ConferenceCommand.Ring(LEG)),
                Arguments.of(new CallEvent.LegProgressed(ROOM, LEG), new ConferenceCommand.Progress(LEG)),
                Arguments.of(new CallEvent.LegAnswered(ROOM, LEG), new ConferenceCommand.Answer(LEG)),
                Arguments.of(new CallEvent.LegHeld(ROOM, LEG), new ConferenceCommand.Hold(LEG)),
                Arguments.of(new CallEvent.LegResumed(ROOM, LEG), new ConferenceCommand.Resume(LEG)),
                Arguments.of(new CallEvent.LegDigit(ROOM, LEG, "#"), new ConferenceCommand.PressKey(LEG, '#')));
    }

    static Stream<Arguments> media() {
        return Stream.of(
                Arguments.of(new MediaEvent.DigitPressed(ROOM, LEG, "7"), new ConferenceCommand.PressKey(LEG, '7')),
                Arguments.of(
                        new MediaEvent.PromptEnded(ROOM, LEG, "pin-1"), new ConferenceCommand.PromptOver(LEG, "pin-1")),
                Arguments.of(
                        new MediaEvent.NameRecorded(ROOM, LEG, "name", true),
                        new ConferenceCommand.NameOver(LEG, "name", true)),
                Arguments.of(new MediaEvent.LegMediaLost(ROOM, LEG), new ConferenceCommand.LoseMedia(LEG)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallEventIsACommand(CallEvent event, ConferenceCommand expected) {
        assertThat(CommandMapper.toCommand(event)).isEqualTo(expected);
    }

    @Test
    void aCallThatIsToBecomeAConferenceIsACommandWithoutItsPasswordInTheLog() {
        RoomId call = new RoomId("demo:call-1");
        LegId other = new LegId("other");

        ConferenceCommand command = CommandMapper.toCommand(new CallEvent.EscalationAsked(
                ROOM,
                call,
                "3",
                2,
                new CallEvent.Talker(LEG, CALLER, false),
                new CallEvent.Talker(other, caller(Optional.of("192.0.2.7")), true),
                Optional.of("9753")));

        assertThat(command)
                .isEqualTo(new ConferenceCommand.Escalate(
                        call,
                        "3",
                        new Dialog(LEG, 2, Party.extension("801"), false),
                        new Dialog(other, 2, new Party("+4930123456", false, "192.0.2.7"), true),
                        Optional.of("9753")));
        assertThat(command.toString()).doesNotContain("9753");
    }

    @ParameterizedTest
    @MethodSource("media")
    void everyMediaEventOfALegIsACommand(MediaEvent.OfLeg event, ConferenceCommand expected) {
        assertThat(CommandMapper.toCommand(event)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HUNG_UP, HUNG_UP",
        "CANCELLED, HUNG_UP",
        "REFUSED, REMOVED",
        "ENDED_BY_US, REMOVED",
        "LOST, LOST",
        "MEDIA_FAILED, MEDIA_FAILED"
    })
    void everyEndHasItsReason(LegEnd end, LeaveReason reason) {
        assertThat(CommandMapper.toCommand(new CallEvent.LegEnded(ROOM, LEG, end)))
                .isEqualTo(new ConferenceCommand.Leave(LEG, reason));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "DECLINED, DECLINED", "NO_ANSWER, NO_ANSWER", "UNREACHABLE, UNREACHABLE"})
    void everyFailureOfACallHasItsReasonAndItsStatus(LegEnd end, CallFailure failure) {
        assertThat(CommandMapper.toCommand(new CallEvent.LegEnded(ROOM, LEG, end, OptionalInt.of(486))))
                .isEqualTo(new ConferenceCommand.FailCall(LEG, failure, OptionalInt.of(486)));
    }

    private static Caller caller(Optional<String> source) {
        return new Caller(Caller.Origin.TRUNK, "+4930123456", Optional.empty(), Optional.of("pstn"), source);
    }

    @Test
    void twoDigitsAtOnceAreNoKeyAndTheErrorDoesNotShowThem() {
        assertThatThrownBy(() -> CommandMapper.toCommand(new MediaEvent.DigitPressed(ROOM, LEG, "42")))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageNotContaining("42");
    }
}

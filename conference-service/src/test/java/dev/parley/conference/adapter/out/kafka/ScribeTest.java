package dev.parley.conference.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.CallerId;
import dev.parley.conference.domain.Cause;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.EndReason;
import dev.parley.conference.domain.EscalationOutcome;
import dev.parley.conference.domain.HearingPlan;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Rejection;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScribeTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final LegId LEG = new LegId("leg");
    private static final ConferenceId CONFERENCE = new ConferenceId("conference");
    private static final ParticipantId PARTICIPANT = new ParticipantId("participant");
    private static final RecordingId RECORDING = new RecordingId("recording");
    private static final Family<MediaCommand> MEDIA = Family.of(MediaCommand.class);
    private static final RoomId ELSEWHERE = new RoomId("demo:call-1");
    private static final Family<CallCommand> CALL = Family.of(CallCommand.class);
    private static final Family<AudioPlan> PLAN = Family.of(AudioPlan.class);
    private static final Family<dev.parley.contracts.conference.ConferenceEvent> STORY =
            Family.of(dev.parley.contracts.conference.ConferenceEvent.class);

    private static final DigitSeal SEAL = new DigitSeal("000102030405060708090a0b0c0d0e0f");

    private final Scribe scribe = new Scribe(UUID::randomUUID, SEAL);

    static Stream<Arguments> effects() {
        return Stream.of(
                Arguments.of(
                        new Effect.OpenLeg(LEG, 3, Optional.of("sdp")),
                        MEDIA,
                        new MediaCommand.OpenLeg(ROOM, LEG, 3, Optional.of("sdp"))),
                Arguments.of(
                        new Effect.OpenLeg(LEG, 3, Optional.of("sdp"), Optional.of(ELSEWHERE)),
                        MEDIA,
                        new MediaCommand.OpenLeg(ROOM, LEG, 3, Optional.of("sdp"), Optional.of(ELSEWHERE.value()))),
                answer(EscalationOutcome.ACCEPTED, CallCommand.EscalationOutcome.ACCEPTED),
                answer(EscalationOutcome.WRONG_PASSWORD, CallCommand.EscalationOutcome.WRONG_PASSWORD),
                answer(EscalationOutcome.TAKEN, CallCommand.EscalationOutcome.TAKEN),
                answer(EscalationOutcome.UNAVAILABLE, CallCommand.EscalationOutcome.UNAVAILABLE),
                Arguments.of(
                        new Effect.PlaceCall(
                                LEG, 3, "802", CallerId.NONE, Duration.ofMinutes(1), Optional.of(ELSEWHERE)),
                        CALL,
                        new CallCommand.PlaceCall(
                                ROOM, LEG, "802", Optional.empty(), 60, Optional.of(ELSEWHERE.value()))),
                Arguments.of(
                        new Effect.PlaceCall(
                                LEG,
                                3,
                                "802",
                                new CallerId(Optional.of("801"), Optional.of(true)),
                                Duration.ofMinutes(1)),
                        CALL,
                        new CallCommand.PlaceCall(
                                ROOM, LEG, "802", Optional.of("801"), 60, Optional.empty(), Optional.of(true))),
                Arguments.of(
                        new Effect.ConnectAudio(new HearingPlan(
                                7,
                                Optional.of("music"),
                                List.of(new HearingPlan.Hearing(
                                        LEG,
                                        true,
                                        true,
                                        false,
                                        Optional.empty(),
                                        Optional.of(new ConsultationId("k")))),
                                Optional.empty(),
                                Optional.of(ELSEWHERE))),
                        PLAN,
                        new AudioPlan(
                                ROOM,
                                7,
                                AudioPlan.Ambience.MUSIC,
                                List.of(new AudioPlan.PlannedLeg(
                                        LEG,
                                        "aside-k",
                                        true,
                                        true,
                                        Optional.of(AudioPlan.Ambience.SILENCE),
                                        Optional.empty())),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(ELSEWHERE.value()),
                                Optional.empty())),
                Arguments.of(new Effect.CloseLeg(LEG), MEDIA, new MediaCommand.CloseLeg(ROOM, LEG)),
                Arguments.of(
                        new Effect.PlayPrompts(LEG, "welcome", List.of(Prompt.WELCOME, Prompt.ONLY_ONE), "de"),
                        MEDIA,
                        new MediaCommand.PlayPrompt(
                                ROOM, LEG, "welcome", List.of("welcome", "only-one"), "de", OptionalInt.empty())),
                Arguments.of(new Effect.StopPrompts(LEG), MEDIA, new MediaCommand.StopPrompt(ROOM, LEG)),
                Arguments.of(
                        new Effect.RefuseLeg(LEG, 3, Rejection.ROOM_FULL),
                        CALL,
                        new CallCommand.RefuseLeg(ROOM, LEG, CallCommand.Refusal.FULL)),
                Arguments.of(
                        new Effect.RefuseLeg(LEG, 3, Rejection.ROOM_UNKNOWN),
                        CALL,
                        new CallCommand.RefuseLeg(ROOM, LEG, CallCommand.Refusal.UNKNOWN)),
                Arguments.of(new Effect.HangUpLeg(LEG, 3), CALL, new CallCommand.HangUpLeg(ROOM, LEG)),
                Arguments.of(
                        new Effect.PlaceCall(LEG, 3, "+4930123456", CallerId.of("801"), Duration.ofMinutes(1)),
                        CALL,
                        new CallCommand.PlaceCall(ROOM, LEG, "+4930123456", Optional.of("801"), 60)),
                Arguments.of(
                        new Effect.RecordName(LEG, "name", Duration.ofSeconds(5)),
                        MEDIA,
                        new MediaCommand.RecordName(ROOM, LEG, "name", 5)),
                Arguments.of(new Effect.EndName(LEG), MEDIA, new MediaCommand.EndName(ROOM, LEG)),
                Arguments.of(
                        new Effect.ConnectAudio(new HearingPlan(
                                5,
                                Optional.of("music"),
                                List.of(new HearingPlan.Hearing(LEG, false, true, false, Optional.empty())),
                                Optional.empty())),
                        PLAN,
                        new AudioPlan(
                                ROOM,
                                5,
                                AudioPlan.Ambience.MUSIC,
                                List.of(new AudioPlan.PlannedLeg(LEG, "main", false, true)))),
                Arguments.of(
                        new Effect.ConnectAudio(new HearingPlan(
                                6,
                                Optional.of("waltz"),
                                List.of(new HearingPlan.Hearing(LEG, true, false, true, Optional.of(RECORDING))),
                                Optional.of(RECORDING))),
                        PLAN,
                        new AudioPlan(
                                ROOM,
                                6,
                                AudioPlan.Ambience.MUSIC,
                                List.of(new AudioPlan.PlannedLeg(
                                        LEG,
                                        "main",
                                        true,
                                        false,
                                        Optional.of(AudioPlan.Ambience.MUSIC),
                                        Optional.of(RECORDING))),
                                Optional.of("waltz"),
                                Optional.of(RECORDING))));
    }

    private static Arguments answer(EscalationOutcome outcome, CallCommand.EscalationOutcome told) {
        return Arguments.of(
                new Effect.AnswerEscalation(LEG, 3, "1", outcome),
                CALL,
                new CallCommand.EscalationAnswered(ROOM, LEG, "1", told));
    }

    @ParameterizedTest
    @MethodSource("effects")
    <T> void everyEffectBecomesItsMessage(Effect effect, Family<T> family, T expected) {
        assertThat(read(write(List.of(), effect), family)).containsExactly(expected);
    }

    @Test
    @DisplayName("R3 R24 keys are passed on sealed for the leg that gets them")
    void keysAreSealed() {
        assertThat(read(write(List.of(), new Effect.SendKey(LEG, '*')), MEDIA))
                .singleElement()
                .isInstanceOfSatisfying(
                        MediaCommand.SendDigit.class,
                        sent -> assertThat(SEAL.open(LEG.value(), sent.digit())).isEqualTo("*"));
    }

    @Test
    void noKindOfEffectIsForgotten() {
        assertThat(Stream.concat(
                                effects().map(arguments -> arguments.get()[0].getClass()),
                                Stream.of(
                                        Effect.SendKey.class,
                                        Effect.StartTimer.class,
                                        Effect.CancelTimer.class,
                                        Effect.CountGuess.class))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(Objects.requireNonNull(Effect.class.getPermittedSubclasses())));
    }

    @Test
    void theStoryIsToldInItsOrderAfterWhatOthersWaitFor() {
        List<Envelope> envelopes = write(
                List.of(
                        new ConferenceEvent.ConferenceStarted(CONFERENCE, 1, Cause.SIP),
                        new ConferenceEvent.ParticipantJoined(
                                CONFERENCE, 2, Cause.KEYPAD, PARTICIPANT, LEG, "801", Role.MODERATOR, Optional.empty()),
                        new ConferenceEvent.LegHeld(LEG),
                        new ConferenceEvent.ParticipantLeft(
                                CONFERENCE, 3, Cause.POLICY, PARTICIPANT, LEG, LeaveReason.LOST),
                        new ConferenceEvent.ConferenceEnded(CONFERENCE, 4, Cause.API, EndReason.ENDED_FOR_ALL)),
                new Effect.CloseLeg(LEG));

        assertThat(envelopes.getFirst().topic()).isEqualTo(Topics.MEDIA_COMMANDS);
        assertThat(read(envelopes.subList(1, envelopes.size()), STORY))
                .containsExactly(
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted(
                                ROOM, CONFERENCE, 1, dev.parley.contracts.conference.Cause.SIP),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined(
                                ROOM,
                                CONFERENCE,
                                2,
                                dev.parley.contracts.conference.Cause.KEYPAD,
                                PARTICIPANT,
                                LEG,
                                "801",
                                dev.parley.contracts.conference.ConferenceEvent.Role.MODERATOR),
                        new dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft(
                                ROOM,
                                CONFERENCE,
                                3,
                                dev.parley.contracts.conference.Cause.POLICY,
                                PARTICIPANT,
                                dev.parley.contracts.conference.ConferenceEvent.LeaveReason.LOST),
                        new dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded(
                                ROOM,
                                CONFERENCE,
                                4,
                                dev.parley.contracts.conference.Cause.API,
                                Optional.of(dev.parley.contracts.conference.ConferenceEvent.EndReason.ENDED_FOR_ALL)));
    }

    @ParameterizedTest
    @CsvSource({"ROOM_LOCKED, LOCKED", "NOT_STARTED, NOT_STARTED", "SHUT_OUT, SHUT_OUT", "TENANT_EXHAUSTED, LIMIT"})
    void everyRefusalHasItsReason(Rejection reason, CallCommand.Refusal refusal) {
        assertThat(read(write(List.of(), new Effect.RefuseLeg(LEG, 3, reason)), CALL))
                .containsExactly(new CallCommand.RefuseLeg(ROOM, LEG, refusal));
    }

    @Test
    void aCommandToALegGoesToThePartitionOfItsInstanceUnderTheLegsKey() {
        assertThat(write(List.of(), new Effect.HangUpLeg(LEG, 3)))
                .singleElement()
                .satisfies(envelope -> {
                    assertThat(envelope.topic()).isEqualTo(Topics.CALL_COMMANDS);
                    assertThat(envelope.partition()).hasValue(3);
                    assertThat(envelope.key()).isEqualTo("leg");
                });
    }

    @Test
    void whatIsAboutARoomHasItsKey() {
        assertThat(write(
                        List.of(new ConferenceEvent.ConferenceStarted(CONFERENCE, 1, Cause.SIP)),
                        new Effect.CloseLeg(LEG)))
                .extracting(Envelope::key)
                .containsOnly("demo:910");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseIsTold(Cause cause) {
        assertThat(read(write(List.of(new ConferenceEvent.ConferenceStarted(CONFERENCE, 1, cause))), STORY))
                .singleElement()
                .satisfies(told -> assertThat(told.cause().name()).isEqualTo(cause.name()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Rejection.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ROOM_FULL", "ROOM_UNKNOWN", "ROOM_LOCKED", "NOT_STARTED", "SHUT_OUT", "TENANT_EXHAUSTED"})
    void noOtherRejectionRefusesACaller(Rejection reason) {
        assertThatThrownBy(() -> write(List.of(), new Effect.RefuseLeg(LEG, 0, reason)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Envelope> write(List<ConferenceEvent> events, Effect... effects) {
        return scribe.write(new Transition(
                ROOM, Instant.EPOCH, new Decision.Accepted(events, List.of(effects)), ConferenceState.Idle.NEW));
    }

    private static <T> List<T> read(List<Envelope> envelopes, Family<T> family) {
        return envelopes.stream()
                .map(envelope -> family.read(envelope.payload().getBytes(StandardCharsets.UTF_8)))
                .map(reading -> ((Reading.Understood<T>) reading).message())
                .toList();
    }
}

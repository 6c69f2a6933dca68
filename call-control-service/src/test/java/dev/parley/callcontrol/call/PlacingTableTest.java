package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.OURS;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage of a call of the conference meets every kind of input. What is not in the table changes nothing. */
class PlacingTableTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");
    private static final RoomId ELSEWHERE = new RoomId("demo:911");

    /** For each stage: input → what is asked, sent and told, in order. */
    private static final Map<String, Map<String, String>> TABLE = Map.of(
            "opening",
                    Map.of(
                            "offer", "INVITE",
                            "no media", "MEDIA_FAILED",
                            "patience", "MEDIA_FAILED",
                            "not admitted", "UNREACHABLE",
                            "hang up", "ENDED_BY_US",
                            "refuse", "ENDED_BY_US"),
            "dialled",
                    Map.ofEntries(
                            Map.entry("no media", "CANCEL MEDIA_FAILED"),
                            Map.entry("no agreement", "CANCEL MEDIA_FAILED"),
                            Map.entry("patience", "CANCEL NO_ANSWER"),
                            Map.entry("not admitted", "CANCEL UNREACHABLE"),
                            Map.entry("hang up", "CANCEL ENDED_BY_US"),
                            Map.entry("refuse", "CANCEL ENDED_BY_US"),
                            Map.entry("180", "LegRinging"),
                            Map.entry("183", "NegotiateLeg LegProgressed"),
                            Map.entry("200", "ACK NegotiateLeg LegAnswered"),
                            Map.entry("486", "BUSY 486"),
                            Map.entry("480", "UNREACHABLE 480"),
                            Map.entry("BYE", "481")),
            "ringing",
                    Map.ofEntries(
                            Map.entry("no media", "CANCEL MEDIA_FAILED"),
                            Map.entry("no agreement", "CANCEL MEDIA_FAILED"),
                            Map.entry("patience", "CANCEL NO_ANSWER"),
                            Map.entry("not admitted", "CANCEL UNREACHABLE"),
                            Map.entry("hang up", "CANCEL ENDED_BY_US"),
                            Map.entry("refuse", "CANCEL ENDED_BY_US"),
                            Map.entry("183", "NegotiateLeg LegProgressed"),
                            Map.entry("200", "ACK NegotiateLeg LegAnswered"),
                            Map.entry("486", "BUSY 486"),
                            Map.entry("480", "NO_ANSWER 480"),
                            Map.entry("BYE", "481")),
            "early",
                    Map.ofEntries(
                            Map.entry("no media", "CANCEL MEDIA_FAILED"),
                            Map.entry("no agreement", "CANCEL MEDIA_FAILED"),
                            Map.entry("patience", "CANCEL NO_ANSWER"),
                            Map.entry("not admitted", "CANCEL UNREACHABLE"),
                            Map.entry("hang up", "CANCEL ENDED_BY_US"),
                            Map.entry("refuse", "CANCEL ENDED_BY_US"),
                            Map.entry("200", "ACK LegAnswered"),
                            Map.entry("486", "BUSY 486"),
                            Map.entry("480", "NO_ANSWER 480"),
                            Map.entry("BYE", "481")),
            "answered",
                    Map.of(
                            "no media", "BYE ENDED_BY_US",
                            "no agreement", "BYE MEDIA_FAILED",
                            "hang up", "BYE ENDED_BY_US",
                            "refuse", "BYE ENDED_BY_US",
                            "200", "ACK",
                            "BYE", "200 HUNG_UP"),
            "over", Map.of());

    private static final Map<String, UnaryOperator<Scenario>> INPUTS = Map.ofEntries(
            Map.entry("offer", to -> to.sdp(ROOM, CALLED, 0, OFFER)),
            Map.entry("late sdp", to -> to.sdp(ROOM, CALLED, 7, OFFER)),
            Map.entry("no media", to -> to.command(failed(0))),
            Map.entry("no agreement", to -> to.command(failed(1))),
            Map.entry("patience", Scenario::impatient),
            Map.entry("not admitted", to -> to.input(new CallInput.NotAdmitted(CALLED))),
            Map.entry("key", to -> to.input(new CallInput.Pressed(ROOM, CALLED, "5"))),
            Map.entry("hang up", to -> to.command(new CallCommand.HangUpLeg(ROOM, CALLED))),
            Map.entry("hang up elsewhere", to -> to.command(new CallCommand.HangUpLeg(ELSEWHERE, CALLED))),
            Map.entry("refuse", to -> to.command(new CallCommand.RefuseLeg(ROOM, CALLED, CallCommand.Refusal.FULL))),
            Map.entry("prompt ended", to -> to.command(new CallCommand.LegPromptEnded(ROOM, CALLED, "x"))),
            Map.entry("again", to -> to.command(wish())),
            Map.entry("repeat", to -> to.elapsed(CALLED, LegTimer.REPEAT)),
            Map.entry("180", to -> responded(to, 180, "")),
            Map.entry("183", to -> responded(to, 183, THEIRS)),
            Map.entry("200", to -> responded(to, 200, THEIRS)),
            Map.entry("480", to -> responded(to, 480, "")),
            Map.entry("486", to -> responded(to, 486, "")),
            Map.entry(
                    "BYE",
                    to -> to.leg(
                            CALLED,
                            new LegInput.Requested(
                                    Messages.fromCalled(stage("dialled").sentInvite(), "b", "BYE", 1, "")))));

    private static CallCommand failed(long negotiation) {
        return new CallCommand.LegMediaFailed(ROOM, CALLED, negotiation, MediaFailure.BAD_SDP, "x");
    }

    private static CallCommand.PlaceCall wish() {
        return new CallCommand.PlaceCall(ROOM, CALLED, "802", Optional.of("801"), 30);
    }

    private static Scenario responded(Scenario to, int status, String sdp) {
        return to.leg(
                CALLED,
                new LegInput.Responded(Messages.response(stage("dialled").sentInvite(), status, "b", sdp)));
    }

    private static Scenario stage(String name) {
        Scenario opening = Scenario.placed(wish());
        return switch (name) {
            case "opening" -> opening;
            case "dialled" -> opening.sdp(ROOM, CALLED, 0, OFFER);
            case "ringing" -> stage("dialled").called(180, "b", "");
            case "early" -> stage("dialled").called(183, "b", THEIRS);
            case "answered" -> stage("dialled").called(200, "b", THEIRS);
            default -> stage("dialled").called(404, "b", "");
        };
    }

    static Stream<List<String>> pairs() {
        return TABLE.keySet().stream()
                .sorted()
                .flatMap(stage -> INPUTS.keySet().stream().sorted().map(input -> List.of(stage, input)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void eachPairDoesWhatTheTableSays(List<String> pair) {
        Scenario scenario = stage(pair.getFirst());
        scenario.quiet();
        Call before = scenario.call();
        String expected = TABLE.get(pair.getFirst()).getOrDefault(pair.getLast(), "");

        INPUTS.get(pair.getLast()).apply(scenario);
        assertThat(done(scenario.last())).isEqualTo(expected);
        if (expected.isEmpty() && !pair.getLast().equals("180")) {
            assertThat(scenario.call()).isEqualTo(before);
        }
    }

    private static String done(List<Effect> effects) {
        return effects.stream()
                .map(effect -> switch (effect) {
                    case Effect.Reply(var _, var response) -> String.valueOf(response.status());
                    case Effect.Send(var request) -> {
                        assertThat(request.is("INVITE") ? request.body() : "").isIn("", OURS);
                        yield request.method();
                    }
                    case Effect.Acknowledge _ -> "ACK";
                    case Effect.Cancel _ -> "CANCEL";
                    case Effect.Ask(var command) -> command.getClass().getSimpleName();
                    case Effect.Tell(CallEvent.LegEnded(var _, var _, var why, var status)) ->
                        status.isPresent() ? why + " " + status.getAsInt() : why.name();
                    case Effect.Tell(var event) -> event.getClass().getSimpleName();
                    case Effect.StartTimer _,
                            Effect.StopTimer _,
                            Effect.StartPatience _,
                            Effect.StopPatience _,
                            Effect.Plan _,
                            Effect.Admit _,
                            Effect.Count _,
                            Effect.CallBack _,
                            Effect.Forget _ -> "";
                })
                .filter(what -> !what.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

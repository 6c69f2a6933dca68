package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a leg meets every kind of input. What is not in the table must do nothing and change nothing. */
class TransitionTableTest {
    private static final LegDecider DECIDER = new LegDecider(Scenario.SETTINGS.leg());
    private static final String THEIRS = Messages.sdp("recvonly");
    private static final List<String> INPUTS = List.of(
            "ring",
            "progress",
            "accept",
            "refuse",
            "hangUp",
            "negotiated",
            "failed",
            "repeat",
            "session",
            "retry",
            "move",
            "100",
            "180",
            "183",
            "200",
            "486",
            "INVITE",
            "UPDATE",
            "CANCEL",
            "BYE",
            "ACK",
            "INFO",
            "OPTIONS");

    /** For each state: input → what is answered and sent, in order, then the next state. */
    private static final Map<String, Map<String, String>> TABLE = Map.of(
            "Incoming",
                    Map.ofEntries(
                            Map.entry("ring", "180 Incoming"),
                            Map.entry("progress", "183 Incoming"),
                            Map.entry("accept", "200 Up"),
                            Map.entry("refuse", "486 Gone"),
                            Map.entry("hangUp", "480 Gone"),
                            Map.entry("INVITE", "482 Incoming"),
                            Map.entry("UPDATE", "500 Incoming"),
                            Map.entry("CANCEL", "200 487 Gone"),
                            Map.entry("BYE", "200 487 Gone"),
                            Map.entry("INFO", "500 Incoming"),
                            Map.entry("OPTIONS", "500 Incoming")),
            "Outgoing",
                    Map.ofEntries(
                            Map.entry("refuse", "CANCEL Gone"),
                            Map.entry("hangUp", "CANCEL Gone"),
                            Map.entry("failed", "CANCEL Gone"),
                            Map.entry("183", "negotiate Outgoing"),
                            Map.entry("200", "ACK negotiate Up"),
                            Map.entry("486", "Gone"),
                            Map.entry("INVITE", "481 Outgoing"),
                            Map.entry("UPDATE", "481 Outgoing"),
                            Map.entry("CANCEL", "481 Outgoing"),
                            Map.entry("BYE", "481 Outgoing"),
                            Map.entry("INFO", "481 Outgoing"),
                            Map.entry("OPTIONS", "481 Outgoing")),
            "AwaitingAck",
                    Map.ofEntries(
                            Map.entry("failed", "BYE Gone"),
                            Map.entry("repeat", "200 Up"),
                            // A 2xx of a dialog that is not ours to keep.
                            Map.entry("200", "ACK BYE Up"),
                            Map.entry("INVITE", "negotiate Up"),
                            Map.entry("UPDATE", "negotiate Up"),
                            Map.entry("CANCEL", "481 Up"),
                            Map.entry("BYE", "200 Gone"),
                            Map.entry("INFO", "200 Up"),
                            Map.entry("OPTIONS", "200 Up")),
            "Up",
                    Map.ofEntries(
                            Map.entry("refuse", "BYE Gone"),
                            Map.entry("hangUp", "BYE Gone"),
                            Map.entry("failed", "BYE Gone"),
                            Map.entry("session", "INVITE Up"),
                            Map.entry("retry", "INVITE Up"),
                            Map.entry("move", "INVITE Up"),
                            Map.entry("200", "ACK BYE Up"),
                            Map.entry("INVITE", "negotiate Up"),
                            Map.entry("UPDATE", "negotiate Up"),
                            Map.entry("CANCEL", "481 Up"),
                            Map.entry("BYE", "200 Gone"),
                            Map.entry("INFO", "200 Up"),
                            Map.entry("OPTIONS", "200 Up")),
            "Moving",
                    Map.ofEntries(
                            Map.entry("refuse", "BYE Gone"),
                            Map.entry("hangUp", "BYE Gone"),
                            Map.entry("failed", "BYE Gone"),
                            // The session is refreshed by what goes on anyway.
                            Map.entry("200", "ACK BYE Up"),
                            Map.entry("INVITE", "491 Up"),
                            Map.entry("UPDATE", "491 Up"),
                            Map.entry("CANCEL", "481 Up"),
                            Map.entry("BYE", "200 Gone"),
                            Map.entry("INFO", "200 Up"),
                            Map.entry("OPTIONS", "200 Up")),
            "Planned", Map.ofEntries(Map.entry("refuse", "Gone"), Map.entry("hangUp", "Gone")),
            "Gone", Map.of());

    static Stream<String> pairs() {
        return TABLE.keySet().stream().sorted().flatMap(state -> INPUTS.stream().map(input -> state + " " + input));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void eachPairDoesWhatTheTableSays(String pair) {
        String state = pair.split(" ")[0];
        String input = pair.split(" ")[1];
        Leg leg = leg(state);
        String unchanged = leg.getClass().getSimpleName();

        assertThat(done(DECIDER.decide(leg, input(leg, input), Instant.EPOCH)))
                .isEqualTo(TABLE.get(state).getOrDefault(input, unchanged));
    }

    private static Leg leg(String state) {
        Scenario arrived = Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER));
        return switch (state) {
            case "Incoming" -> arrived.call().caller();
            case "AwaitingAck" -> arrived.sdp(ROOM, CALLER, 0, ANSWER).call().caller();
            case "Up" ->
                arrived.sdp(ROOM, CALLER, 0, ANSWER).caller("ACK", 1, "").call().caller();
            case "Planned" ->
                Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                        .call()
                        .legs()
                        .getLast();
            case "Moving" -> {
                Leg up = leg("Up");
                yield DECIDER.decide(up, input(up, "move"), Instant.EPOCH).next();
            }
            case "Gone" -> arrived.caller("CANCEL", 1, "").call().caller();
            default -> outgoing().call().legs().getLast();
        };
    }

    private static Scenario outgoing() {
        return Scenario.begin(PHONE, Messages.invite(Messages.OFFER)).sdp(OWN, CALLED, 0, OFFER);
    }

    private static LegInput input(Leg leg, String name) {
        return switch (name) {
            case "ring" -> new LegInput.Ring();
            case "progress" -> new LegInput.Progress(THEIRS);
            case "accept" -> new LegInput.Accept(ANSWER, THEIRS);
            case "refuse" -> new LegInput.Refuse(FinalAnswer.of(486));
            case "hangUp" -> new LegInput.HangUp();
            case "negotiated" -> new LegInput.Negotiated(9, ANSWER, THEIRS);
            case "failed" -> new LegInput.NegotiationFailed(0);
            case "repeat" -> new LegInput.Elapsed(LegTimer.REPEAT);
            case "session" -> new LegInput.Elapsed(LegTimer.SESSION);
            case "move" -> new LegInput.Move(new RoomId("demo:911"), THEIRS);
            case "retry" -> new LegInput.Elapsed(LegTimer.RETRY);
            case "100", "180", "183", "200", "486" -> response(Integer.parseInt(name));
            default -> new LegInput.Requested(request(leg, name));
        };
    }

    private static LegInput response(int status) {
        boolean sdp = status == 183 || status == 200;
        return new LegInput.Responded(Messages.response(outgoing().sentInvite(), status, "other", sdp ? THEIRS : ""));
    }

    private static SipRequest request(Leg leg, String method) {
        String body = method.equals("INVITE") || method.equals("UPDATE") ? THEIRS : "";
        return Messages.fromCaller(
                method, method.equals("INFO") ? 3 : 2, leg.id().value(), body, Headers.NONE);
    }

    private static String done(LegStep step) {
        String effects = step.effects().stream()
                .map(effect -> switch (effect) {
                    case Effect.Reply reply -> String.valueOf(reply.response().status());
                    case Effect.Send send -> send.request().method();
                    case Effect.Acknowledge _ -> "ACK";
                    case Effect.Cancel _ -> "CANCEL";
                    case Effect.Ask _ -> "negotiate";
                    case Effect.StartTimer _,
                            Effect.StopTimer _,
                            Effect.StartPatience _,
                            Effect.StopPatience _,
                            Effect.Tell _,
                            Effect.Plan _,
                            Effect.Admit _,
                            Effect.Count _,
                            Effect.CallBack _,
                            Effect.Forget _ -> "";
                })
                .filter(what -> !what.isEmpty())
                .collect(Collectors.joining(" "));
        String next = step.next().getClass().getSimpleName();
        return effects.isEmpty() ? next : effects + " " + next;
    }
}

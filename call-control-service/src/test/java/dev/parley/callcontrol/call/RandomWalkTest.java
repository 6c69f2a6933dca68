package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Destination.Nowhere;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Anything may come at any time, in any order; the promises hold all the same. The repetition is the seed. */
class RandomWalkTest {
    private static final int STEPS = 40;
    private static final List<Destination> DESTINATIONS =
            List.of(Scenario.CONFERENCE, Scenario.PHONE, new Nowhere(Scenario.DEMO));
    private static final List<String> BODIES =
            List.of("", Messages.OFFER, Messages.sdp("sendonly"), Messages.sdp("inactive"));
    private static final List<Integer> STATUSES = List.of(100, 180, 183, 183, 200, 200, 486, 480, 404, 422, 503, 408);

    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private Random random = new Random(0);
    private long cseq = 1;

    @RepeatedTest(1500)
    @DisplayName("promises hold")
    void promisesHoldWhateverComes(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        Scenario scenario = Scenario.begin(pick(DESTINATIONS), Messages.invite(pick(BODIES)));
        for (int step = 0; step < STEPS; step++) {
            boolean over = scenario.call().over();
            scenario.quiet();
            stir(scenario);
            Promises.ofStep(scenario, over);
        }
        Set<String> seen = Set.copyOf(kinds(scenario));
        end(scenario);
        Promises.atTheEnd(scenario);
        REACHED.addAll(seen);
    }

    /** A walk that never leaves the doorstep proves nothing. */
    @AfterAll
    static void walksGoEverywhere() {
        assertThat(REACHED)
                .contains(
                        "Accept",
                        "Plan",
                        "Forget",
                        "Cancel",
                        "Acknowledge",
                        "LegAnswered",
                        "LegHeld",
                        "PlayPrompt",
                        "BYE");
    }

    private static Set<String> kinds(Scenario scenario) {
        return scenario.all().stream()
                .map(effect -> switch (effect) {
                    case Effect.Tell(var event) -> event.getClass().getSimpleName();
                    case Effect.Ask(var command) -> command.getClass().getSimpleName();
                    case Effect.Send(var request) -> request.method();
                    case Effect.Reply(var request, var response)
                    when request.is("INVITE") && response.success() -> "Accept";
                    default -> effect.getClass().getSimpleName();
                })
                .collect(Collectors.toSet());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void stir(Scenario scenario) {
        switch (random.nextInt(12)) {
            case 0 -> scenario.caller("ACK", random.nextBoolean() ? cseq : 1, pick(BODIES));
            case 1 -> rarely(() -> scenario.caller(pick(List.of("CANCEL", "BYE")), 1 + random.nextInt(2), ""));
            case 2 -> scenario.caller(pick(List.of("INVITE", "UPDATE", "INFO", "OPTIONS")), ++cseq, pick(BODIES));
            case 3, 4 -> scenario.sdp(room(), leg(), random.nextInt(4), pick(List.of(SdpRole.values())));
            case 5 ->
                rarely(() -> scenario.command(new LegMediaFailed(
                        room(), leg(), random.nextInt(4), pick(List.of(MediaFailure.values())), "x")));
            case 6 -> rarely(() -> scenario.command(new RefuseLeg(ROOM, CALLER, pick(List.of(Refusal.values())))));
            case 7 ->
                rarely(() -> scenario.command(
                        random.nextBoolean() ? new HangUpLeg(ROOM, CALLER) : new LegPromptEnded(OWN, CALLER, "any")));
            case 8 -> rarely(scenario::impatient);
            case 9 ->
                scenario.pass(Duration.ofSeconds(random.nextInt(20))).elapsed(leg(), pick(List.of(LegTimer.values())));
            case 10 -> respond(scenario);
            default -> fromCalled(scenario);
        }
    }

    private void rarely(Runnable action) {
        if (random.nextInt(4) == 0) {
            action.run();
        }
    }

    private RoomId room() {
        return random.nextBoolean() ? ROOM : OWN;
    }

    private LegId leg() {
        return random.nextBoolean() ? CALLER : CALLED;
    }

    /** Answers something that was sent, the first INVITE or a refresh. */
    private void respond(Scenario scenario) {
        List<SipRequest> sent = Scenario.effects(scenario.all(), Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> Set.of("INVITE", "UPDATE").contains(request.method()))
                .toList();
        if (!sent.isEmpty()) {
            SipRequest request = pick(sent);
            scenario.leg(
                    new LegId(request.fromTag()),
                    new LegInput.Responded(
                            Messages.response(request, pick(STATUSES), pick(List.of("b", "c")), pick(BODIES))));
        }
    }

    private void fromCalled(Scenario scenario) {
        boolean dialled = Scenario.effects(scenario.all(), Effect.Send.class)
                .anyMatch(send ->
                        send.request().is("INVITE") && send.request().toTag().isEmpty());
        if (dialled) {
            String method = pick(List.of("BYE", "INVITE", "UPDATE", "ACK"));
            SipRequest request =
                    Messages.fromCalled(scenario.sentInvite(), pick(List.of("b", "c")), method, ++cseq, pick(BODIES));
            if (!method.equals("BYE") || random.nextInt(4) == 0) {
                scenario.leg(CALLED, new LegInput.Requested(request));
            }
        }
    }

    /** Everything that still waits runs out. */
    private static void end(Scenario scenario) {
        scenario.command(new HangUpLeg(ROOM, CALLER)).impatient().impatient().pass(Duration.ofHours(1));
        for (LegId leg : List.of(CALLER, CALLED)) {
            scenario.elapsed(leg, LegTimer.REPEAT);
        }
        scenario.command(new HangUpLeg(ROOM, CALLER));
    }
}

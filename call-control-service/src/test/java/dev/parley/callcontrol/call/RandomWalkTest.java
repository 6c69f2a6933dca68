package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.EscalateCall;
import dev.parley.contracts.call.CallCommand.EscalationAnswered;
import dev.parley.contracts.call.CallCommand.EscalationOutcome;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private static final int STEPS = 60;
    private static final List<String> NUMBERS =
            List.of("910", "802", "899", "805", "806", "807", "808", "700", "701", "702", "+4930123", "+4930900700");
    private static final List<String> PLACED = List.of("802", "805", "806", "+4930123", "sip:802@demo.parley.test");
    private static final List<String> KEYS = List.of("0", "1", "2", "3", "7", "9", "*", "*", "#");
    private static final List<String> BODIES =
            List.of("", Messages.OFFER, Messages.sdp("sendonly"), Messages.sdp("inactive"));
    private static final List<Integer> STATUSES = List.of(100, 180, 183, 183, 200, 200, 486, 480, 404, 422, 503, 408);

    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private Random random = new Random(0);
    private long cseq = 1;

    @RepeatedTest(4000)
    @DisplayName("promises hold")
    void promisesHoldWhateverComes(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        Scenario scenario = begin();
        for (int step = 0; step < STEPS; step++) {
            boolean over = scenario.call().over();
            scenario.quiet();
            String before = scenario.call().getClass().getSimpleName();
            stir(scenario);
            Promises.ofStep(scenario, over);
            REACHED.add(scenario.call().getClass().getSimpleName() + " after " + before);
        }
        Set<String> seen = Set.copyOf(kinds(scenario));
        end(scenario);
        Promises.atTheEnd(scenario);
        REACHED.addAll(seen);
    }

    /** A call of the conference; whatever comes is about its one leg. */
    @RepeatedTest(2000)
    @DisplayName("promises of placed calls hold")
    void promisesOfPlacedCallsHoldWhateverComes(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        Scenario scenario =
                Scenario.placed(new PlaceCall(ROOM, CALLER, pick(PLACED), Optional.of("801"), random.nextInt(60)));
        if (random.nextInt(4) > 0) {
            scenario.sdp(ROOM, CALLER, 0, SdpRole.OFFER);
        }
        for (int step = 0; step < STEPS; step++) {
            boolean over = scenario.call().over();
            scenario.quiet();
            stir(scenario);
            Promises.ofStep(scenario, over);
        }
        REACHED.addAll(kinds(scenario));
        end(scenario);
        Promises.atTheEndOfAPlacedCall(scenario);
    }

    private Scenario begin() {
        String offer = pick(BODIES);
        return switch (random.nextInt(8)) {
            case 0 -> Scenario.arrive(DemoDirectory.TELLING, offer);
            case 1 -> Scenario.calledBack(wish());
            default -> Scenario.dial(pick(NUMBERS), offer);
        };
    }

    private static Effect.CallBack wish() {
        return Scenario.effects(
                        Scenario.arrive(DemoDirectory.RETURNING, Messages.OFFER).last(), Effect.CallBack.class)
                .findFirst()
                .orElseThrow();
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
                        "StopPrompt",
                        "Admit",
                        "CallBack",
                        "LegRinging",
                        "LegProgressed",
                        "SendDigit",
                        "EscalationAsked",
                        "BYE")
                .contains("EscalatedCall after TwoPartyCall", "EscalatedCall after EscalatedCall")
                .contains("ConferenceCall after MovingCall", "TwoPartyCall after MenuCall", "MovingCall after MenuCall")
                .contains("ConferenceCall after TwoPartyCall", "MenuCall after TwoPartyCall")
                .contains("MovingCall after CallbackCall", "AnnouncedCall after MovingCall");
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
        switch (random.nextInt(20)) {
            case 0 -> scenario.caller("ACK", random.nextBoolean() ? cseq : 1, pick(BODIES));
            case 1 -> rarely(() -> scenario.caller(pick(List.of("CANCEL", "BYE")), 1 + random.nextInt(2), ""));
            case 2 -> scenario.caller(pick(List.of("INVITE", "UPDATE", "INFO", "OPTIONS")), ++cseq, pick(BODIES));
            case 3, 4, 12 ->
                scenario.sdp(
                        room(scenario),
                        leg(scenario),
                        random.nextBoolean() ? 0 : random.nextInt(4),
                        pick(List.of(SdpRole.values())));
            case 18 -> escalate(scenario);
            case 13, 19 -> scenario.input(new CallInput.Pressed(room(scenario), leg(scenario), pick(KEYS)));
            case 14 -> rarely(() -> scenario.input(new CallInput.NotAdmitted(leg(scenario))));
            case 15 -> heard(scenario);
            case 5 ->
                rarely(() -> scenario.command(new LegMediaFailed(
                        room(scenario), leg(scenario), random.nextInt(4), pick(List.of(MediaFailure.values())), "x")));
            case 6 -> rarely(() -> scenario.command(new RefuseLeg(ROOM, CALLER, pick(List.of(Refusal.values())))));
            case 7 ->
                rarely(() -> scenario.command(
                        random.nextBoolean() ? new HangUpLeg(ROOM, CALLER) : new LegPromptEnded(OWN, CALLER, "any")));
            case 8 -> rarely(scenario::impatient);
            case 9 ->
                scenario.pass(Duration.ofSeconds(random.nextInt(20)))
                        .elapsed(leg(scenario), pick(List.of(LegTimer.values())));
            case 10, 16, 17 -> respond(scenario);
            default -> fromCalled(scenario);
        }
    }

    /** The API asks, or a room answers; sometimes for the second time, or too late. */
    private void escalate(Scenario scenario) {
        List<EscalationAsked> asked = Scenario.effects(scenario.all(), Effect.Tell.class)
                .map(Effect.Tell::event)
                .filter(EscalationAsked.class::isInstance)
                .map(EscalationAsked.class::cast)
                .toList();
        if (asked.isEmpty() || random.nextInt(4) == 0) {
            scenario.command(new EscalateCall(room(scenario), leg(scenario), Optional.empty()));
        } else {
            EscalationAsked last = asked.getLast();
            scenario.command(new EscalationAnswered(
                    last.room(), last.leg(), last.attempt(), pick(List.of(EscalationOutcome.values()))));
        }
    }

    private void rarely(Runnable action) {
        if (random.nextInt(4) == 0) {
            action.run();
        }
    }

    private RoomId room(Scenario scenario) {
        return pick(List.of(ROOM, OWN, scenario.call().caller().line().room()));
    }

    private LegId leg(Scenario scenario) {
        return pick(List.of(CALLER, scenario.call().caller().id(), scenario.calledLeg()));
    }

    private static void heard(Scenario scenario) {
        boolean played = Scenario.effects(scenario.all(), Effect.Ask.class)
                .anyMatch(ask -> ask.command() instanceof MediaCommand.PlayPrompt);
        if (played) {
            scenario.heard();
        }
    }

    /** Answers something that was sent, the first INVITE or a refresh. */
    private void respond(Scenario scenario) {
        List<SipRequest> sent = Scenario.effects(scenario.all(), Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> Set.of("INVITE", "UPDATE").contains(request.method()))
                .toList();
        if (!sent.isEmpty()) {
            SipRequest request = random.nextBoolean() ? sent.getLast() : pick(sent);
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
                scenario.leg(new LegId(scenario.sentInvite().fromTag()), new LegInput.Requested(request));
            }
        }
    }

    /** Everything that still waits runs out. */
    private static void end(Scenario scenario) {
        for (int round = 0; round < 30 && !scenario.call().over(); round++) {
            LegId caller = scenario.call().caller().id();
            RoomId room = scenario.call().caller().line().room();
            scenario.command(new HangUpLeg(room, caller)).impatient().pass(Duration.ofHours(1));
            if (scenario.call() instanceof EscalatedCall two) {
                scenario.command(new HangUpLeg(room, two.other().caller().id()));
            }
            for (LegId leg : scenario.call().legIds()) {
                scenario.elapsed(leg, LegTimer.REPEAT);
            }
        }
    }
}
